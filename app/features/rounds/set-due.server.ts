import { dayAt } from "~/domain/day";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableRound } from "~/platform/changeable-round.server";
import { keepRound } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";

/** The day by which the raters of a blind round are asked to send, as `2026-03-03`; null = none. `version` is that of the round. */
export interface SetDue {
  assessmentId: string;
  roundId: string;
  version: number;
  dueOn: string | null;
}

/** Refuses a day that has passed already. */
export function requireDue({ at }: ChangeContext, dueOn: string | null): void {
  if (dueOn !== null && dueOn < dayAt(at)) throw refuse("invalid", { field: "dueOn", problem: "in-past" });
}

/** Sets or changes the day by which raters are asked to send; nothing happens by itself when it has passed. */
export async function setDue(context: ChangeContext, input: SetDue): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, roundId, version, dueOn } = input;
    requireMay(context, assessmentId, "round.manage", "round.read");
    const round = await findChangeableRound(tx, assessmentId, roundId, "set-due");
    if (round.dueOn === dueOn) return { result: { version: round.version }, event: "nothing changed" };
    requireDue(context, dueOn);
    const { count } = await tx.round.updateMany({ where: { id: roundId, version }, data: { dueOn, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: round.version });
    await keepRound(tx, context, roundId);
    const subject = { type: "round", id: roundId, version: version + 1 } as const;
    const told = { dueOn: { before: round.dueOn, after: dueOn } };
    return { result: { version: version + 1 }, event: { action: "round.set-due", subject, label: String(round.number), change: told } };
  });
}
