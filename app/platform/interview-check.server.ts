import { type FactCheck, type FactCheckRules } from "~/domain/fact-check/status";
import { saidStates } from "~/domain/moves/interview";
import type { Db } from "./db.server";
import { readFactChecks } from "./fact-check.server";
import { findReadingUntilIfAny } from "./record-lock.server";

const columns = {
  id: true,
  interviewId: true,
  givenBy: true,
  record: true,
  value: true,
  disputedAt: true,
  withdrawnAt: true,
} as const;

/** How many of the answers of an interview were confirmed. */
export interface ConfirmedOf {
  confirmed: number;
  total: number;
}

/** The fact check of one interview: where each answer stands by its id, and until when somebody is reading the record, so that it can't be changed. */
export async function readInterviewCheck(db: Db, rules: FactCheckRules, interviewId: string, at = new Date()) {
  const where = { interviewId, archivedAt: null, state: { in: [...saidStates] } };
  const [answers, lockedUntil, links] = await Promise.all([
    db.interviewAnswer.findMany({ where, select: columns }),
    findReadingUntilIfAny(db, interviewId, at),
    db.factCheckLink.count({ where: { interviewId } }),
  ]);
  const checks = await readFactChecks(db, { rules, answers, at });
  return {
    lockedUntil,
    sent: links > 0,
    answers: Object.fromEntries(checks),
    ...countOf([...checks.values()]),
  };
}

/** How many answers of each interview were confirmed, of those whose record was sent to anybody. */
export async function countConfirmed(
  db: Db,
  rules: FactCheckRules,
  assessmentId: string,
  at = new Date(),
): Promise<Map<string, ConfirmedOf>> {
  const links = await db.factCheckLink.findMany({ where: { assessmentId }, select: { interviewId: true }, distinct: ["interviewId"] });
  const ids = links.map(({ interviewId }) => interviewId);
  const answers = await db.interviewAnswer.findMany({
    where: { interviewId: { in: ids }, archivedAt: null, state: { in: [...saidStates] } },
    select: columns,
  });
  const checks = await readFactChecks(db, { rules, answers, at });
  return new Map(
    ids.map((id) => [
      id,
      countOf(answers.filter(({ interviewId }) => interviewId === id).flatMap((answer) => checks.get(answer.id) ?? [])),
    ]),
  );
}

function countOf(checks: readonly FactCheck[]): ConfirmedOf {
  return { confirmed: checks.filter(({ status }) => status === "confirmed").length, total: checks.length };
}
