import { canMoveScreening, screeningStateFor } from "~/domain/moves/screening";
import { channelOf } from "~/domain/screening/channels";
import { agreedScreener, type ScreeningDecision, type ScreeningStep } from "~/domain/screening/steps";
import { requireMay, requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { checkedReason } from "./decide.server";
import { findScreenable, keepScreening } from "./keep-screening.server";

/** The decision that counts where two differ, or instead of a settled one; `version` is that of an earlier one, 0 for the first. */
export interface Settle {
  assessmentId: string;
  sourceId: string;
  step: ScreeningStep;
  version: number;
  decision: ScreeningDecision;
  reason: string | null;
  /** Why it is settled so, in words. */
  why: string;
}

export async function settle(context: ChangeContext, input: Settle): Promise<{ id: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sourceId, step, version } = input;
    requireMay(context, assessmentId, "screening.decide", "screening.read");
    const { source, rows, decisions, design } = await findScreenable(tx, assessmentId, sourceId);
    const here = rows.filter(({ stage }) => stage === step);
    const people = { assessmentId, screenerIds: here.map(({ screener }) => screener) };
    requireMayWith(context, assessmentId, "screening.settle", people, "screening.read");
    const facts = { decisions, channel: channelOf(source.channel), screeners: design.screeners, step };
    const state = screeningStateFor({ ...facts, personId: agreedScreener });
    if (!canMoveScreening(state, "settle")) throw refuse("wrong-state", { state });
    const before = here.find(({ screener }) => screener === agreedScreener);
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    const reason = checkedReason(design, input);
    const id = before?.id ?? newId(context.at);
    const data = { decision: input.decision, reason, note: input.why, openedAt: context.at, byId: context.by.id, at: context.at };
    const row = { id, assessmentId, sourceId, stage: step, screener: agreedScreener };
    await tx.screening.upsert({
      where: { id },
      create: { ...row, ...data, version: 1 },
      update: { ...data, version: version + 1 },
    });
    await keepScreening(tx, context, id);
    const subject = { type: "screening", id, version: version + 1 } as const;
    const told = {
      step,
      decision: { before: before?.decision ?? null, after: input.decision },
      ...(reason !== (before?.reason ?? null) && { exclusionReason: { before: before?.reason ?? null, after: reason } }),
      reason: input.why,
    };
    return { result: { id, version: version + 1 }, event: { action: "screening.settle", subject, label: source.code, change: told } };
  });
}
