import { z } from "zod";
import { answerProblem, judgementProblem, type CitableProblem } from "~/domain/evidence/citable";
import type { FactCheck } from "~/domain/fact-check/status";
import type { EvidenceFields } from "~/domain/evidence/digest-fields";
import { groupBy } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, type EvidenceKind, type NodeRef } from "~/domain/evidence/kinds";
import { questionsInformed } from "~/domain/evidence/questions-informed";
import { missingConsents } from "~/domain/interviews/consent";
import { answerStates, interviewStates } from "~/domain/moves/interview";
import type { LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import { listAnswerAttributions, type AnswerAttribution } from "./answer-attribution.server";
import type { Db } from "./db.server";
import { protocolsOfRounds } from "./judged-protocols.server";
import { namesOfSubjects, subjectKey } from "./judgement-subjects.server";
import { levelOf, originKeyOf, originOf, pathOf, type EvidenceLevel, type EvidenceOrigin } from "./evidence-origin.server";
import { listEvidenceRows, type EvidenceRow, type Which } from "./evidence-rows.server";
import { fieldsOfRow, readEvidenceTexts, type EvidenceText } from "./evidence-texts.server";
import { readFactChecks } from "./fact-check.server";
import type { Onlooker } from "./interviewees.server";
import { listLeftOut } from "./left-out.server";

export type { EvidenceLevel, EvidenceOrigin };

/** A piece of evidence as this viewer may see it. `text` is null for what is withheld; `form` only excerpts have. */
export interface Evidence {
  kind: EvidenceKind;
  id: string;
  code: string;
  form: string | null;
  text: EvidenceText | null;
  level: EvidenceLevel | null;
  origin: EvidenceOrigin;
  /** Independence group; null = not known, and then an origin of its own. */
  originKey: string | null;
  questions: string[];
  /** Why it can't be newly cited; null = it can. */
  citable: CitableProblem | null;
  /** The day from which it can, of what is only waiting. */
  citableFrom: string | null;
  /** Its source was left out in the screening: it can be cited, and that is told. Not for readers. */
  leftOut: boolean;
  /** Where an interview answer stands in the fact check; null for other evidence, and for readers. */
  check: FactCheck | null;
  withheld: "withdrawn" | null;
  /** Its page below the assessment, with a leading slash. */
  path: string;
  archived: boolean;
}

/** Some evidence by its nodes, statements left out. */
export function whichOf(refs: Iterable<NodeRef>): Which {
  const evidence = [...refs].flatMap(({ kind, id }) => (isEvidenceKind(kind) ? [{ kind, id }] : []));
  const byKind = groupBy(evidence, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, nodes]) => [kind, [...new Set(nodes.map(({ id }) => id))]]));
}

/**
 * What this viewer may see of some evidence, or of all of an assessment, by node; what she may not (a blind judgement) is not in it.
 * `at` is the moment for which it says what can be cited. A constant number of queries.
 */
export async function readEvidence(
  db: Db,
  {
    assessment,
    protocol,
    viewer,
    which,
    at = new Date(),
  }: { assessment: { id: string }; protocol: Protocol; viewer: Onlooker; which: Which; at?: Date | undefined },
): Promise<Map<string, Evidence>> {
  const rows = await listEvidenceRows(db, assessment.id, which, viewer === "reader" ? null : viewer.id);
  const answers = rows.filter((row) => row.kind === "interview-answer");
  const judgements = rows.filter((row) => row.kind === "judgement");
  const answerIds = answers.map(({ id }) => id);
  const [texts, attributions, checks, tags, subjects, judgedBy, leftOut] = await Promise.all([
    readEvidenceTexts(db, assessment.id, rows),
    answerIds.length === 0 ? new Map<string, AnswerAttribution>() : listAnswerAttributions(db, viewer, protocol, assessment.id, answerIds),
    viewer === "reader" ? new Map<string, FactCheck>() : readFactChecks(db, { rules: protocol.rules, answers, at }),
    listTags(db, assessment.id),
    namesOfSubjects(db, assessment.id, protocol, judgements),
    protocolsOfRounds(
      assessment.id,
      judgements.map(({ round }) => round),
    ),
    viewer === "reader" ? new Map<string, string | null>() : listLeftOut(db, assessment.id, protocol, sourcesOf(rows)),
  ]);
  return new Map(
    rows.map((row) => {
      const key = nodeKey(row);
      return [
        key,
        present(row, {
          protocol,
          judgedBy: (row.kind === "judgement" && judgedBy.get(row.round.protocolNumber)) || protocol,
          text: texts.get(key) ?? null,
          attribution: attributions.get(row.id) ?? null,
          check: checks.get(row.id) ?? null,
          subject: row.kind === "judgement" ? (subjects.get(subjectKey(row)) ?? null) : null,
          tagged: tags.get(key) ?? [],
          leftOut: sourcesOf([row]).some((id) => leftOut.has(id)),
        }),
      ];
    }),
  );
}

/** What sign-offs bind of evidence, by node; judgements of rounds that are not open are not read. Six queries at most. */
export async function readEvidenceFields(db: Db, assessmentId: string, which: Which): Promise<Map<string, EvidenceFields>> {
  const rows = await listEvidenceRows(db, assessmentId, which, null);
  const texts = await readEvidenceTexts(db, assessmentId, rows);
  return new Map(
    rows.flatMap((row) => {
      const text = texts.get(nodeKey(row));
      return text ? [[nodeKey(row), fieldsOfRow(row, text)] as const] : [];
    }),
  );
}

/** The questions with which evidence was tagged by hand, by node. */
async function listTags(db: Db, assessmentId: string): Promise<Map<string, string[]>> {
  const tags = await db.questionTag.findMany({
    where: { assessmentId, removedAt: null },
    select: { question: true, evidenceKind: true, evidenceId: true },
  });
  const byNode = groupBy(tags, (tag) => `${tag.evidenceKind}/${tag.evidenceId}`);
  return new Map([...byNode].map(([key, found]) => [key, found.map(({ question }) => question)]));
}

interface Beside {
  protocol: Protocol;
  /** That by which a judgement was given. */
  judgedBy: Protocol;
  text: EvidenceText | null;
  attribution: AnswerAttribution | null;
  check: FactCheck | null;
  /** What a judgement is of. */
  subject: LocalText | null;
  tagged: readonly string[];
  leftOut: boolean;
}

/** The sources from which evidence was taken. */
function sourcesOf(rows: readonly EvidenceRow[]): string[] {
  return [...new Set(rows.flatMap((row) => ("sourceId" in row && row.sourceId !== null ? [row.sourceId] : [])))];
}

function present(row: EvidenceRow, beside: Beside): Evidence {
  const withdrawn = row.kind === "interview-answer" && row.withdrawnAt !== null;
  return {
    kind: row.kind,
    id: row.id,
    code: beside.attribution?.code ?? row.code,
    form: row.kind === "excerpt" ? row.form : null,
    text: withdrawn ? null : beside.text,
    level: levelOf(row, beside.protocol),
    origin: originOf(row, beside),
    originKey: originKeyOf(row),
    questions: questionsInformed(beside.protocol, subjectOf(row), beside.tagged),
    citable: problemOf(row, beside.check),
    citableFrom: beside.check?.wait?.until ?? null,
    leftOut: beside.leftOut,
    check: beside.check,
    withheld: withdrawn ? "withdrawn" : null,
    path: pathOf(row),
    archived: isArchived(row),
  };
}

function subjectOf(row: EvidenceRow): Parameters<typeof questionsInformed>[1] {
  if (row.kind === "interview-answer") return { guideQuestion: row.question };
  if (row.kind === "judgement") return { criterion: row.criterion };
  return row.kind === "alignment" ? { framework: row.framework } : {};
}

function isArchived(row: EvidenceRow): boolean {
  switch (row.kind) {
    case "excerpt":
      return row.archivedAt !== null || row.source.archivedAt !== null;
    case "interview-answer":
      return row.interview.archivedAt !== null;
    case "actor-fact":
      return row.archivedAt !== null || row.actor.archivedAt !== null;
    default:
      return false;
  }
}

function problemOf(row: EvidenceRow, check: FactCheck | null): CitableProblem | null {
  if (isArchived(row)) return "archived";
  if (row.kind === "judgement") {
    const judged = row.level !== null || row.without !== null;
    return judgementProblem({
      reconciled: row.rater === "reconciled",
      raters: row.round.raters.length,
      openedAt: row.round.openedAt,
      judged,
    });
  }
  if (row.kind === "alignment") return row.level === null && row.without === null ? "not-judged" : null;
  if (row.kind !== "interview-answer") return null;
  const state = AnswerStates.parse(row.state);
  return answerProblem({
    state,
    interviewState: InterviewStates.parse(row.interview.state),
    disputedAt: row.disputedAt,
    withdrawnAt: row.withdrawnAt,
    archived: false,
    consented: missingConsents([{ givenBy: Ids.parse(JSON.parse(row.givenBy)) }], row.interview.participants).length === 0,
    check: check ?? unchecked,
  });
}

/** For readers of documents, who cite nothing. */
const unchecked: FactCheck = { status: "not-asked", wait: null };

const Ids = z.array(z.string());
const AnswerStates = z.enum(answerStates);
const InterviewStates = z.enum(interviewStates);
