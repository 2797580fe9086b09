import { z } from "zod";
import type {
  ColophonContent,
  DataPiece,
  EditionContent,
  EvidenceContent,
  LimitationContent,
  RemarkContent,
  Wording,
} from "~/domain/document/content";
import { groupBy, reachableFrom } from "~/domain/evidence/graph";
import { compareCodes } from "~/domain/evidence/codes";
import { isEvidenceKind, type NodeRef } from "~/domain/evidence/kinds";
import { LocalText } from "~/domain/local-text-schema";
import type { Protocol } from "~/domain/protocol/schema";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import { listCarriedOutBy } from "~/platform/carried-out-by.server";
import type { Db } from "~/platform/db.server";
import { readDocument, type StudyDocument } from "~/platform/evidence-graph.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { programVersion } from "~/platform/program-version.server";
import { readShownRemarks } from "~/platform/remarks.server";
import { dataOf } from "~/platform/section-binding.server";
import { readStandings, type Standing } from "~/platform/section-standing.server";
import { sha256 } from "~/platform/sha256.server";
import { dataPieces } from "./content-data.server";
import { evidenceContent } from "./content-evidence.server";
import { approvalsOf, sectionContent, statementContent } from "./content-sections.server";

/** The assessment and the protocol that an edition is made of. */
export interface Study {
  assessment: Pick<
    AssessmentRow,
    "id" | "slug" | "title" | "languages" | "originalLanguage" | "startsOn" | "endsOn" | "notice" | "protocolNumber"
  >;
  protocol: Protocol;
}

/** Which edition it will be. */
export interface Numbering {
  number: number;
  draft: number;
  purpose: "concept" | "final";
  at: Date;
}

/** What an edition is made of, with what the manifest tells of it. */
export interface ReadContent {
  content: EditionContent;
  document: StudyDocument;
  standings: ReadonlyMap<string, Standing>;
}

/** Everything that a document is made of, as a reader may see it, whoever asks. Read it in one snapshot. */
export async function readContent(db: Db, study: Study, numbering: Numbering): Promise<ReadContent> {
  const { assessment, protocol } = study;
  const document = await readDocument(db, assessment.id);
  const standings = await readStandings(db, study, document);
  const [colophon, evidence, limitations, data, addressees, remarks, names] = await Promise.all([
    readColophon(db, assessment),
    readEvidenceContent(db, study, document),
    readLimitations(db, assessment.id),
    readData(db, study, document),
    readAddressees(db, assessment.id),
    readRemarks(db, assessment.id),
    readNames(
      db,
      [...standings.values()].flatMap(({ signOffs }) => signOffs.map(({ byId }) => byId)),
    ),
  ]);
  const blocks = groupBy([...document.blocks.values()], ({ sectionId }) => sectionId);
  const limitationsOfSection = namedBy(limitations, ({ sections }) => sections);
  const limitationsOfStatement = namedBy(limitations, ({ statements }) => statements);
  const content: EditionContent = {
    ...frontOf(study, numbering),
    colophon,
    sections: numberSections(document.sections).map((placed) =>
      sectionContent(placed, blocks.get(placed.section.id) ?? [], { document, standings, data, limitationsOfSection }),
    ),
    statements: [...document.statements.values()]
      .toSorted((one, other) => compareCodes(one.code, other.code))
      .flatMap((row) =>
        statementContent(row, document, protocol, {
          limitationIds: limitationsOfStatement.get(row.id) ?? [],
          addressedTo: addressees.get(row.id) ?? null,
        }),
      ),
    evidence,
    limitations: limitations.map(({ content: limitation }) => limitation),
    approvals: approvalsOf(standings, names),
    remarks,
  };
  return { content, document, standings };
}

function frontOf({ assessment, protocol }: Study, { number, draft, purpose, at }: Numbering) {
  return {
    title: assessment.title,
    commissioner: protocol.commissioner,
    notice: assessment.notice,
    period: { from: assessment.startsOn ?? protocol.period?.from ?? null, to: assessment.endsOn ?? protocol.period?.to ?? null },
    languages: assessment.languages,
    originalLanguage: assessment.originalLanguage,
    number,
    draft,
    purpose,
    compiledOn: at.toISOString(),
    protocolNumber: assessment.protocolNumber,
    contradictionMustBeAddressed: protocol.rules.contradictionMustBeAddressed,
  };
}

async function readColophon(db: Db, { id, protocolNumber }: Study["assessment"]): Promise<ColophonContent> {
  const where = { assessmentId_number: { assessmentId: id, number: protocolNumber } };
  const [carriedOutBy, protocol] = await Promise.all([
    listCarriedOutBy(db, id),
    db.protocolVersion.findUniqueOrThrow({ where, select: { digest: true } }),
  ]);
  return { carriedOutBy, protocolDigest: protocol.digest, program: programVersion() };
}

/** What the document cites, and what that stands on itself. */
async function readEvidenceContent(db: Db, { assessment, protocol }: Study, { graph }: StudyDocument): Promise<EvidenceContent[]> {
  const linked: NodeRef[] = [...graph.linksOfBlock.values()].flat().map(({ to }) => to);
  const reached = [...reachableFrom(graph, linked).values()].map(({ node }) => node);
  const which = whichOf([...linked, ...reached].filter(({ kind }) => isEvidenceKind(kind)));
  const [evidence, subjects] = await Promise.all([
    readEvidence(db, { assessment, protocol, viewer: "reader", which }),
    readSubjects(db, assessment.id),
  ]);
  const beside = { languages: assessment.languages, subjects, groundsOf: graph.groundsOf };
  return [...evidence.values()].map((each) => evidenceContent(each, beside)).toSorted((one, other) => compareCodes(one.code, other.code));
}

/** The names of what judgements are about, by code; the title of an intervention with its translations. */
async function readSubjects(db: Db, assessmentId: string): Promise<Map<string, Wording>> {
  const [actors, interventions, translations] = await Promise.all([
    db.actor.findMany({ where: { assessmentId }, select: { code: true, name: true } }),
    db.intervention.findMany({ where: { assessmentId }, select: { id: true, code: true, title: true, language: true } }),
    db.translation.findMany({ where: { assessmentId, kind: "intervention", field: "title" } }),
  ]);
  const byRecord = groupBy(translations, ({ recordId }) => recordId);
  return new Map<string, Wording>([
    ...actors.map(({ code, name }) => [code, { plain: name }] as const),
    ...interventions.map(({ id, code, title, language }) => {
      const others = (byRecord.get(id) ?? []).map((one) => ({
        language: one.language,
        body: one.body,
        behind: one.originalDigest !== sha256(title),
      }));
      return [code, { passage: { language, body: title, translations: others } }] as const;
    }),
  ]);
}

/** Who should act on each recommendation that says so. */
async function readAddressees(db: Db, assessmentId: string): Promise<Map<string, LocalText>> {
  const rows = await db.statement.findMany({ where: { assessmentId, addressedTo: { not: "" } }, select: { id: true, addressedTo: true } });
  return new Map(rows.map(({ id, addressedTo }) => [id, LocalText.parse(JSON.parse(addressedTo))]));
}

interface LimitationRow {
  content: LimitationContent;
  sections: string[];
  statements: string[];
}

const Ids = z.array(z.string());

async function readLimitations(db: Db, assessmentId: string): Promise<LimitationRow[]> {
  const [rows, translations] = await Promise.all([
    db.limitation.findMany({ where: { assessmentId, archivedAt: null }, orderBy: { number: "asc" } }),
    db.translation.findMany({ where: { assessmentId, kind: "limitation", field: "text" } }),
  ]);
  const byRecord = groupBy(translations, ({ recordId }) => recordId);
  return rows.map(({ id, number, text, language, sections, statements }) => {
    const others = (byRecord.get(id) ?? []).map((one) => ({
      language: one.language,
      body: one.body,
      behind: one.originalDigest !== sha256(text),
    }));
    return {
      content: { id, number, text: { language, body: text, translations: others } },
      sections: Ids.parse(JSON.parse(sections)),
      statements: Ids.parse(JSON.parse(statements)),
    };
  });
}

function namedBy(rows: readonly LimitationRow[], namesOf: (row: LimitationRow) => readonly string[]): Map<string, string[]> {
  const pairs = rows.flatMap((row) => namesOf(row).map((name) => ({ name, id: row.content.id })));
  return new Map([...groupBy(pairs, ({ name }) => name)].map(([name, found]) => [name, found.map(({ id }) => id)]));
}

async function readData(db: Db, study: Study, document: StudyDocument): Promise<Map<string, DataPiece[]>> {
  const sections = document.sections.filter((section) => dataOf(document, section).some((data) => data === section.data));
  const holders = [...sections, ...document.blocks.values()].flatMap(({ id, data }) => (data ? [{ id, data }] : []));
  const read = await Promise.all(holders.map(async ({ id, data }) => [id, await dataPieces(db, study, data, document)] as const));
  return new Map(read);
}

/** What was said of earlier editions and answered, without who said it. */
async function readRemarks(db: Db, assessmentId: string): Promise<RemarkContent[]> {
  const rows = await readShownRemarks(db, assessmentId);
  return rows.flatMap(({ edition, code, sectionCode, statementCode, passage, text, language, stance, response, changed, statements }) =>
    stance === null
      ? []
      : [{ edition, code, sectionCode, statementCode, passage, text, language, stance, response, changed, statementIds: statements }],
  );
}

async function readNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
