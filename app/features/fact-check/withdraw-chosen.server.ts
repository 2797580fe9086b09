import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { affect, toWithdraw } from "./answer-effects.server";
import { findOwnLink, listOwnAnswers } from "./find-own-link.server";
import type { OwnAct } from "./send-in.server";

/** Withdraws at once what an interviewee chose to withdraw, before she sends in the rest. Nothing brings it back. */
export async function withdrawChosen(context: ChangeContext, input: OwnAct): Promise<{ withdrawn: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const link = await findOwnLink(tx, context, input);
    const events = [];
    for (const answer of toWithdraw(link, await listOwnAnswers(tx, link)))
      events.push(await affect(tx, context, link, answer, "answer.withdraw"));
    return { result: { withdrawn: events.length }, event: asEvents(events) };
  });
}
