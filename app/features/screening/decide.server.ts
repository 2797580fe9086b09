import { canMoveScreening, screeningStateFor } from "~/domain/moves/screening";
import { channelOf } from "~/domain/screening/channels";
import {
  decisionsAt,
  isOwnWords,
  mayHaveReason,
  needsExclusionReason,
  screenersAt,
  wordsOfReason,
  type ScreeningDecision,
  type ScreeningStep,
} from "~/domain/screening/steps";
import type { ScreeningDesign } from "~/domain/protocol/screening";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { findScreenable, keepScreening, type ScreenedSource } from "./keep-screening.server";

/** What somebody decides on a publication; `version` is that of her own earlier decision, 0 for the first. */
export interface Decide {
  assessmentId: string;
  sourceId: string;
  step: ScreeningStep;
  version: number;
  decision: ScreeningDecision;
  /** A key of the protocol, or own words as they are stored. */
  reason: string | null;
  note: string;
}

export async function decide(context: ChangeContext, input: Decide): Promise<{ id: string; version: number; opened: boolean }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sourceId, step, version } = input;
    requireMay(context, assessmentId, "screening.decide", "screening.read");
    const screened = await findScreenable(tx, assessmentId, sourceId);
    const before = screened.rows.find((row) => row.stage === step && row.screener === context.by.id);
    requireMove(screened, input, context.by.id, before !== undefined);
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    const after = { decision: input.decision, reason: checkedReason(screened.design, input), note: input.note };
    const isSame = before && before.decision === after.decision && before.reason === after.reason && before.note === after.note;
    if (isSame) return { result: { id: before.id, version, opened: before.openedAt !== null }, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const data = { ...after, byId: context.by.id, at: context.at, version: version + 1 };
    const row = { id, assessmentId, sourceId, stage: step, screener: context.by.id };
    await tx.screening.upsert({ where: { id }, create: { ...row, ...data }, update: data });
    await keepScreening(tx, context, id);
    const opened = await openWhenComplete(tx, context, screened, step);
    const subject = { type: "screening", id, version: version + 1 } as const;
    return {
      result: { id, version: version + 1, opened },
      event: { action: "screening.decide", subject, label: screened.source.code, change: { step } },
    };
  });
}

/** Refuses what the table of moves does not have for this person at this step. */
function requireMove({ source, decisions, design }: ScreenedSource, { step }: Decide, personId: string, isAgain: boolean): void {
  const { screeners } = design;
  const state = screeningStateFor({ decisions, channel: channelOf(source.channel), screeners, step, personId });
  if (!canMoveScreening(state, isAgain ? "change" : "decide")) throw refuse("wrong-state", { state });
}

/** The reason as it is kept; refuses, naming the field, a decision that the step does not have and a reason that the protocol does not know. */
export function checkedReason(
  design: ScreeningDesign,
  { step, decision, reason }: Pick<Decide, "step" | "decision" | "reason">,
): string | null {
  if (!decisionsAt[step].includes(decision)) throw refuse("invalid", { field: "decision", problem: "choose" });
  if (!mayHaveReason(step, decision)) return null;
  if (reason === null) {
    if (needsExclusionReason(step, decision)) throw refuse("invalid", { field: "reason", problem: "choose" });
    return null;
  }
  const isKnown = design.exclusionReasons.some(({ key }) => key === reason);
  if (!isKnown && !isOwnWords(reason)) throw refuse("invalid", { field: "reason", problem: "choose" });
  if (wordsOfReason(reason)?.trim() === "") throw refuse("invalid", { field: "ownReason", problem: "required" });
  return reason;
}

/** Opens the decisions of a step to everyone once as many have decided as the protocol asks for. */
async function openWhenComplete(tx: Tx, { at }: ChangeContext, { source, design }: ScreenedSource, step: ScreeningStep): Promise<boolean> {
  const where = { sourceId: source.id, stage: step };
  if ((await tx.screening.count({ where })) < screenersAt(step, design.screeners)) return false;
  await tx.screening.updateMany({ where: { ...where, openedAt: null }, data: { openedAt: at } });
  return true;
}
