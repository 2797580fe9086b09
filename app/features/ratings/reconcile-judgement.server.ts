import type { LocalText } from "~/domain/local-text";
import { joinedTexts, reconciledRater } from "~/domain/judgements/cells";
import { proposalOf, wayFor } from "~/domain/judgements/reconciliation";
import { judgedOf, judgementProblems, storedLevel } from "~/domain/judgements/value";
import { scaleOf } from "~/domain/protocol/readers";
import type { ScaleValue } from "~/domain/protocol/scales";
import { requireMay } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type JudgementRow, listJudgements, textsOf } from "~/platform/judgements.server";
import { indexJudgement, inheritGrounds, keepJudgement } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/**
 * The agreed value of a cell, why, and who keeps to the own value; version 0 is the first. The reason may be left empty where the value is the
 * one that the protocol's way proposes, and this is the first time: then the raters' own words stand as the justification.
 */
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

/**
 * Writes down the agreed value of a cell of an open round, or corrects it later; every version is kept, and what stands on it becomes stale.
 * What all raters gave alike can be corrected too, with a reason. A round of one rater has nothing to reconcile: its subject is judged again
 * in another round.
 */
export async function reconcileJudgement(context: ChangeContext, input: ReconcileJudgement): Promise<{ id: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version } = input;
    requireMay(context, assessmentId, "round.reconcile", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "reconcile");
    const { before, ratings } = await findCellOf(tx, input);
    const [first] = ratings;
    if (!first) throw refuse("not-found");
    if (round.raters.length < 2) throw refuse("wrong-state", { state: "one-rater" });
    requireDissenters(input, ratings);
    if ((before?.version ?? 0) !== version) throw overtaken(before);
    const after = await columnsOf(input, round.protocolNumber, ratings, before === null);
    const id = before?.id ?? newId(context.at);
    const data = { ...after, agreed: false, byId: context.by.id, at: context.at, version: version + 1 };
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
      create: { id, ...cell, ...data, protocolNumber: round.protocolNumber, wording: JSON.stringify(first.wording) },
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

/** What the raters of the cell gave, and what was agreed before; refuses a cell that is not there. */
async function findCellOf(tx: Tx, { assessmentId, roundId, subjectId, criterion }: ReconcileJudgement) {
  const rows = (await listJudgements(tx, null, { assessmentId, roundId, subjectId })).filter((row) => row.criterion === criterion);
  if (rows.length === 0) throw refuse("not-found");
  return {
    ratings: rows.filter(({ rater }) => rater !== reconciledRater),
    before: rows.find(({ rater }) => rater === reconciledRater) ?? null,
  };
}

function requireDissenters({ dissent }: ReconcileJudgement, ratings: readonly JudgementRow[]): void {
  const known = dissent.every(({ userId }) => ratings.some(({ rater }) => rater === userId));
  if (!known || new Set(dissent.map(({ userId }) => userId)).size !== dissent.length)
    throw refuse("invalid", { field: "dissent", problem: "unknown" });
}

async function columnsOf(
  { assessmentId, criterion, value, reason, language, dissent }: ReconcileJudgement,
  protocolNumber: number,
  ratings: readonly JudgementRow[],
  isFirst: boolean,
) {
  const protocol = await protocolVersion(assessmentId, protocolNumber);
  const scale = scaleOf(protocol, criterion);
  if (!scale) throw refuse("not-found");
  const proposal = proposalOf(scale, wayFor(protocol.rules, scale.kind), ratings);
  const asProposed = proposal.value !== null && proposal.value === value;
  const own = isFirst && asProposed && reason.trim() === "" ? joinedTexts(ratings.map(textsOf)) : null;
  const justification = own?.texts[own.language] ?? reason;
  const problems = judgementProblems({ value, justification, ownExpertise: false }, { scale, mayUseOwnExpertise: false, draft: false });
  const named = problems.map(({ field, problem }) => ({ field: field === "justification" ? "reason" : field, problem }));
  if (named.length > 0) throw refuse("invalid", { problems: named, ...named[0] });
  const { level, without } = judgedOf(scale, value);
  return {
    level: storedLevel(level),
    without,
    justification,
    language: own?.language ?? language,
    ownExpertise: ratings.every((rating) => rating.ownExpertise),
    method: asProposed ? proposal.way : "discussion",
    dissent: dissent.length === 0 ? null : JSON.stringify(dissent),
  };
}

function toldOf(
  round: number,
  before: JudgementRow | null,
  after: { level: string | null; without: string | null; method: string },
  { reason, dissent }: ReconcileJudgement,
) {
  const was = { level: storedLevel(before?.level ?? null), without: before?.without ?? null };
  return {
    round,
    method: after.method,
    ...(reason.trim() !== "" && { reason }),
    ...(was.level !== after.level && { level: { before: was.level, after: after.level } }),
    ...(was.without !== after.without && { without: { before: was.without, after: after.without } }),
    ...(dissent.length > 0 && { dissent: dissent.map(({ userId }) => userId) }),
  };
}
