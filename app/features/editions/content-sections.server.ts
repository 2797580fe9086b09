import type {
  ApprovalContent,
  BlockContent,
  DataPiece,
  LinkContent,
  SectionContent,
  SignOffState,
  StatementContent,
} from "~/domain/document/content";
import type { GraphLink } from "~/domain/evidence/graph";
import type { LocalText } from "~/domain/local-text";
import { confidenceLabel } from "~/domain/protocol/confidence";
import { findQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { NumberedSection } from "~/domain/sections/numbering";
import { isSignedOff } from "~/domain/sections/sign-off";
import type { BlockRow, SectionRow, StatementRow, StudyDocument } from "~/platform/evidence-graph.server";
import type { Standing } from "~/platform/section-standing.server";

/** What the sections of a document are made from. */
export interface SectionParts {
  document: StudyDocument;
  standings: ReadonlyMap<string, Standing>;
  /** What each section or block shows straight from the records, by its id. */
  data: ReadonlyMap<string, DataPiece[]>;
  limitationsOfSection: ReadonlyMap<string, string[]>;
}

/** A section of the outline with its blocks, as it stands. */
export function sectionContent(
  { section, depth, number, annex }: NumberedSection<SectionRow>,
  blocks: readonly BlockRow[],
  parts: SectionParts,
): SectionContent {
  const shown = blocks.flatMap((block) => blockContent(block, parts));
  return {
    id: section.id,
    code: section.code,
    level: depth + 1,
    number,
    annex,
    heading: section.heading,
    kind: section.kind,
    language: section.language,
    required: section.required,
    signOff: signOffState(parts.standings.get(section.id)),
    blocks: withData(shown, section.id, parts.data.get(section.id)),
    limitationIds: parts.limitationsOfSection.get(section.id) ?? [],
  };
}

/** Data of the section itself stand after the text that introduces them and before the first statement. */
function withData(blocks: BlockContent[], sectionId: string, pieces: DataPiece[] | undefined): BlockContent[] {
  if (!pieces) return blocks;
  const first = blocks.findIndex((block) => block.kind === "statement" || block.kind === "repeat");
  return blocks.toSpliced(first === -1 ? blocks.length : first, 0, { kind: "data", id: sectionId, pieces });
}

function signOffState(standing: Standing | undefined): SignOffState {
  if (!standing?.needsSignOff) return "not-needed";
  if (standing.stale) return "stale";
  return isSignedOff(standing.state, standing.complete) ? "signed" : "missing";
}

function blockContent(block: BlockRow, { document, data }: SectionParts): BlockContent[] {
  const statement = document.graph.statementOfBlock.get(block.id);
  if (statement) return [{ kind: "statement", statementId: statement.id }];
  if (block.repeats) return [{ kind: "repeat", statementId: block.repeats }];
  const pieces = data.get(block.id);
  if (pieces) return [{ kind: "data", id: block.id, pieces }];
  return [{ kind: "text", id: block.id, text: passageOfBlock(block), links: linksOf(document, block.id) }];
}

function passageOfBlock(block: BlockRow) {
  return {
    language: block.language,
    body: block.document,
    translations: block.translations.map(({ language, body, behind }) => ({ language, body, behind })),
  };
}

function linksOf({ graph }: StudyDocument, blockId: string): LinkContent[] {
  return (graph.linksOfBlock.get(blockId) ?? []).map(({ id, kind, note, to }: GraphLink) => ({
    id,
    relation: kind,
    note,
    target: { kind: to.kind, id: to.id },
  }));
}

/** A statement with its wording, its grounds and what its kind is given by the protocol. */
export function statementContent(
  row: StatementRow,
  document: StudyDocument,
  protocol: Protocol,
  beside: { limitationIds: readonly string[]; addressedTo: LocalText | null },
): StatementContent[] {
  const block = document.blocks.get(row.blockId);
  if (!block) return [];
  return [
    {
      id: row.id,
      code: row.code,
      kind: row.kind,
      question: row.kind === "answer" ? questionOf(row, protocol) : null,
      sectionId: row.sectionId,
      text: passageOfBlock(block),
      addressedTo: beside.addressedTo,
      confidence: confidenceOf(row, protocol),
      contradictionAnswer:
        row.contradictionAnswer.trim() === "" ? null : { language: block.language, body: row.contradictionAnswer, translations: [] },
      links: linksOf(document, row.blockId),
      limitationIds: [...beside.limitationIds],
    },
  ];
}

/** The question that an answer answers, or the part of it. */
function questionOf({ question, part }: StatementRow, protocol: Protocol): StatementContent["question"] {
  const found = question === null ? null : findQuestion(protocol, question);
  if (!found) return null;
  const asked = found.parts?.find(({ key }) => key === part);
  return { code: asked ? `${found.id}.${asked.key}` : found.id, text: asked?.text ?? found.text };
}

function confidenceOf({ confidence }: StatementRow, protocol: Protocol): StatementContent["confidence"] {
  const level = confidenceLabel(protocol, confidence.level);
  return level ? { level, reason: confidence.reason } : null;
}

/** The sign-offs that count, with the names of those who gave them. */
export function approvalsOf(standings: ReadonlyMap<string, Standing>, names: ReadonlyMap<string, string>): ApprovalContent[] {
  return [...standings.values()].flatMap((standing) =>
    standing.signOffs
      .filter(({ endedAt }) => endedAt === null)
      .map((signOff) => ({
        sectionId: standing.sectionId,
        name: names.get(signOff.byId) ?? "",
        at: signOff.at.toISOString(),
        languages: signOff.languages,
        meaning: signOff.meaning,
        sectionVersion: signOff.sectionChanges,
        contentDigest: signOff.contentDigest,
        evidenceDigest: signOff.evidenceDigest,
        holds: signOff.holds,
      })),
  );
}
