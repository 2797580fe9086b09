import { rolesWith } from "~/domain/permissions";
import { requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { peopleOf } from "~/platform/find-section.server";
import { refuse } from "~/platform/refusal.server";
import { findSuggestion, settleSuggestion, type SuggestionRef } from "./find-suggestion.server";

/** Turns another's suggestion down, with a reason in the writer's own words. */
export async function rejectSuggestion(context: ChangeContext, ref: SuggestionRef & { reason: string }): Promise<void> {
  await change({ ...context, chain: ref.assessmentId }, async (tx) => {
    const found = await findSuggestion(tx, context, ref, "reject");
    const people = { ...(await peopleOf(tx, found.section)), byId: found.suggestion.byId };
    requireMayWith(context, ref.assessmentId, "suggestion.settle", people, "suggestion.read");
    if (ref.reason.trim() === "") throw refuse("invalid", { field: "reason", problem: "required" });
    const { subject, label, told } = await settleSuggestion(tx, context, found, ref.reason);
    return { result: null, event: { action: "suggestion.reject", subject, label, change: { ...told, reason: ref.reason } } };
  });
}

/** Takes one's own suggestion back. */
export async function withdrawSuggestion(context: ChangeContext, ref: SuggestionRef): Promise<void> {
  await change({ ...context, chain: ref.assessmentId }, async (tx) => {
    const found = await findSuggestion(tx, context, ref, "withdraw");
    if (found.suggestion.byId !== context.by.id)
      throw refuse("forbidden", { permission: "suggestion.make", roles: rolesWith("suggestion.make"), reason: "own-suggestion" });
    const { subject, label, told } = await settleSuggestion(tx, context, found);
    return { result: null, event: { action: "suggestion.withdraw", subject, label, change: told } };
  });
}
