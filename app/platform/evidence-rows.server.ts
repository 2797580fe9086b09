import { evidenceKinds, type EvidenceKind } from "~/domain/evidence/kinds";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";

/** Which evidence to read: all of an assessment, or some by id. */
export type Which = "all" | { readonly [Kind in EvidenceKind]?: readonly string[] };

/** Whose own judgements of rounds that are not open yet may be selected besides those of open rounds; null = nobody's. */
export type RaterId = string | null;

const withId = (which: Which, kind: EvidenceKind) => (which === "all" ? {} : { id: { in: [...(which[kind] ?? [])] } });

async function listExcerpts(db: Db, assessmentId: string, which: Which) {
  const rows = await db.excerpt.findMany({
    where: { assessmentId, ...withId(which, "excerpt") },
    select: {
      id: true,
      code: true,
      form: true,
      text: true,
      language: true,
      place: true,
      archivedAt: true,
      sourceId: true,
      source: { select: { code: true, title: true, titleKind: true, authors: true, issued: true, origin: true, archivedAt: true } },
    },
  });
  return rows.map((row) => ({ kind: "excerpt" as const, ...row }));
}

async function listAnswers(db: Db, assessmentId: string, which: Which) {
  const rows = await db.interviewAnswer.findMany({
    where: { assessmentId, ...withId(which, "interview-answer") },
    select: {
      id: true,
      code: true,
      question: true,
      part: true,
      wording: true,
      state: true,
      value: true,
      record: true,
      language: true,
      givenBy: true,
      disputedAt: true,
      withdrawnAt: true,
      interviewId: true,
      interview: {
        select: {
          code: true,
          state: true,
          archivedAt: true,
          participants: {
            select: { id: true, consentOn: true, withdrawnAt: true, intervieweeId: true, interviewee: { select: { actorId: true } } },
            orderBy: { number: "asc" },
          },
        },
      },
    },
  });
  return rows.map((row) => ({ kind: "interview-answer" as const, ...row }));
}

async function listFacts(db: Db, assessmentId: string, which: Which) {
  const rows = await db.actorFact.findMany({
    where: { assessmentId, ...withId(which, "actor-fact") },
    select: {
      id: true,
      code: true,
      field: true,
      label: true,
      value: true,
      text: true,
      language: true,
      asOf: true,
      sourceId: true,
      excerptId: true,
      ownStatement: true,
      archivedAt: true,
      actorId: true,
      actor: { select: { code: true, name: true, archivedAt: true } },
    },
  });
  return rows.map((row) => ({ kind: "actor-fact" as const, ...row }));
}

/** Judgements of a round that is not open are selected for their rater only: the others' never leave the database. */
async function listJudgements(db: Db, assessmentId: string, which: Which, raterId: RaterId) {
  const rows = await db.judgement.findMany({
    where: { assessmentId, ...withId(which, "judgement"), ...judgementsSeenBy(raterId) },
    select: {
      id: true,
      code: true,
      subjectKind: true,
      subjectId: true,
      criterion: true,
      rater: true,
      level: true,
      without: true,
      justification: true,
      language: true,
      roundId: true,
      round: {
        select: { number: true, protocolNumber: true, openedAt: true, raters: { where: { replacedAt: null }, select: { id: true } } },
      },
    },
  });
  return rows.map((row) => ({ kind: "judgement" as const, ...row }));
}

async function listAlignments(db: Db, assessmentId: string, which: Which) {
  const rows = await db.alignment.findMany({
    where: { assessmentId, ...withId(which, "alignment") },
    select: { id: true, code: true, framework: true, node: true, level: true, without: true, reasons: true, language: true },
  });
  return rows.map((row) => ({ kind: "alignment" as const, ...row }));
}

/** A row of evidence with what it hangs on, as selected for this viewer. */
export type EvidenceRow =
  | Awaited<ReturnType<typeof listExcerpts>>[number]
  | Awaited<ReturnType<typeof listAnswers>>[number]
  | Awaited<ReturnType<typeof listFacts>>[number]
  | Awaited<ReturnType<typeof listJudgements>>[number]
  | Awaited<ReturnType<typeof listAlignments>>[number];

/** The rows of evidence of an assessment: one query per kind that is asked for, whatever their number. */
export async function listEvidenceRows(db: Db, assessmentId: string, which: Which, raterId: RaterId): Promise<EvidenceRow[]> {
  const asked = (kind: EvidenceKind) => which === "all" || (which[kind]?.length ?? 0) > 0;
  const lists: { [Kind in EvidenceKind]: () => Promise<EvidenceRow[]> } = {
    excerpt: () => listExcerpts(db, assessmentId, which),
    "interview-answer": () => listAnswers(db, assessmentId, which),
    "actor-fact": () => listFacts(db, assessmentId, which),
    judgement: () => listJudgements(db, assessmentId, which, raterId),
    alignment: () => listAlignments(db, assessmentId, which),
  };
  const found = await Promise.all(evidenceKinds.filter(asked).map((kind) => lists[kind]()));
  return found.flat();
}

/** The field of a kind of evidence that holds its words, as translations name it. */
export const textField: { readonly [Kind in EvidenceKind]: string } = {
  excerpt: "text",
  "interview-answer": "record",
  "actor-fact": "text",
  judgement: "justification",
  alignment: "reasons",
};

/** The words of a row in its original language. */
export function originalText(row: EvidenceRow): string {
  switch (row.kind) {
    case "excerpt":
    case "actor-fact":
      return row.text;
    case "interview-answer":
      return row.record;
    case "judgement":
      return row.justification;
    case "alignment":
      return row.reasons;
  }
}
