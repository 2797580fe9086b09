import type { LocalText } from "~/domain/local-text";
import { reconciledRater, standingOf } from "~/domain/judgements/cells";
import { judgedOf, judgementProblems, storedLevel } from "~/domain/judgements/value";
import { scaleOf } from "~/domain/protocol/readers";
import type { ScaleValue } from "~/domain/protocol/scales";
import { requireMay } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type JudgementRow, listJudgements } from "~/platform/judgements.server";
import { indexJudgement, inheritGrounds, keepJudgement } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** The agreed value of a cell that raters judged differently, why, and who keeps to the own value; version 0 is the first. */
export interface ReconcileJudgement {
  assessmentId: string;
  roundId: string;
  subjectId: string;
  criterion: string;
  version: number;
  value: ScaleValue;
  reason: string;
  language: string;
  dissent: readonly { userId: string; reason: LocalText }[];
}

export async function reconcileJudgement(context: ChangeContext, input: ReconcileJudgement): Promise<{ id: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version } = input;
    requireMay(context, assessmentId, "round.reconcile", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "reconcile");
    const { before, ratings } = await findDifference(tx, input);
    requireDissenters(input, ratings);
    if ((before?.version ?? 0) !== version) throw overtaken(before);
    const after = await columnsOf(input, round.protocolNumber);
    const id = before?.id ?? newId(context.at);
    const [first] = ratings;
    if (!first) throw refuse("not-found");
    const data = { ...after, byId: context.by.id, at: context.at, version: version + 1 };
    const cell = {
      assessmentId,
      roundId,
      subjectKind: round.subjectKind,
      subjectId: input.subjectId,
      criterion: input.criterion,
      code: first.code,
      rater: reconciledRater,
    };
    await tx.judgement.upsert({
      where: { id },
      create: { id, ...cell, ...data, agreed: false, protocolNumber: round.protocolNumber, wording: JSON.stringify(first.wording) },
      update: data,
    });
    const ratedIds = ratings.map((rating) => rating.id);
    await inheritGrounds(tx, context, { assessmentId, id }, ratedIds);
    await keepJudgement(tx, context, id);
    await indexJudgement(tx, id);
    const told = toldOf(round.number, before, after, input);
    return {
      result: { id, version: version + 1 },
      event: { action: "judgement.reconcile", subject: { type: "judgement", id, version: version + 1 }, label: first.code, change: told },
    };
  });
}

function overtaken(before: JudgementRow | null) {
  const theirs = before && { level: before.level, without: before.without, reason: before.justification };
  return refuse("conflict", { version: before?.version ?? 0, theirs });
}

/** What the raters of the cell gave and what was agreed before; refuses a cell that is not there, and one that never differed. */
async function findDifference(tx: Tx, { assessmentId, roundId, subjectId, criterion }: ReconcileJudgement) {
  const rows = (await listJudgements(tx, null, { assessmentId, roundId, subjectId })).filter((row) => row.criterion === criterion);
  if (rows.length === 0) throw refuse("not-found");
  const { state, ratings, counting } = standingOf(rows);
  if (state === "agreed") throw refuse("wrong-state", { state: "agreed" });
  return { ratings, before: counting };
}

function requireDissenters({ dissent }: ReconcileJudgement, ratings: readonly JudgementRow[]): void {
  const known = dissent.every(({ userId }) => ratings.some(({ rater }) => rater === userId));
  if (!known || new Set(dissent.map(({ userId }) => userId)).size !== dissent.length)
    throw refuse("invalid", { field: "dissent", problem: "unknown" });
}

async function columnsOf({ assessmentId, criterion, value, reason, language, dissent }: ReconcileJudgement, protocolNumber: number) {
  const scale = scaleOf(await protocolVersion(assessmentId, protocolNumber), criterion);
  if (!scale) throw refuse("not-found");
  const problems = judgementProblems(
    { value, justification: reason, ownExpertise: false },
    { scale, mayUseOwnExpertise: false, draft: false },
  );
  const named = problems.map(({ field, problem }) => ({ field: field === "justification" ? "reason" : field, problem }));
  if (named.length > 0) throw refuse("invalid", { problems: named, ...named[0] });
  const { level, without } = judgedOf(scale, value);
  return {
    level: storedLevel(level),
    without,
    justification: reason,
    language,
    ownExpertise: false,
    dissent: dissent.length === 0 ? null : JSON.stringify(dissent),
  };
}

function toldOf(
  round: number,
  before: JudgementRow | null,
  after: { level: string | null; without: string | null },
  { reason, dissent }: ReconcileJudgement,
) {
  const was = { level: storedLevel(before?.level ?? null), without: before?.without ?? null };
  return {
    round,
    reason,
    ...(was.level !== after.level && { level: { before: was.level, after: after.level } }),
    ...(was.without !== after.without && { without: { before: was.without, after: after.without } }),
    ...(dissent.length > 0 && { dissent: dissent.map(({ userId }) => userId) }),
  };
}
