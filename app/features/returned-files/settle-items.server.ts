import type { Language } from "~/domain/tool-language";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { wholeSection } from "~/platform/comments.server";
import { findSectionRow } from "~/platform/find-section.server";
import { refuse } from "~/platform/refusal.server";
import { findItemsToMove, findReturnedToChange, returnedSubject, settleItems, type ReturnedRef } from "./find-returned.server";
import { takeComment } from "./take-items.server";

/** Leaves items of a returned file out: nothing is made of them, and they stay on its page. */
export async function leaveItems(context: ChangeContext, input: ReturnedRef & { items: readonly number[] }): Promise<void> {
  if (input.items.length === 0) throw refuse("invalid", { field: "item", problem: "returned-none" });
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const file = await findReturnedToChange(tx, context, input);
    const moved = await findItemsToMove(tx, file, input.items, "leave");
    const subject = returnedSubject(file.id, await settleItems(tx, context, file, moved));
    const told = { count: moved.length };
    return { result: null, event: { action: "returned-file.leave", subject, label: String(file.number), change: told } };
  });
}

/** One remark of a returned file. */
interface OneItem extends ReturnedRef {
  item: number;
}

/** Puts a remark that belongs to no text on a section, as a comment on behalf of who made it. Refuses a section that isn't there (422). */
export async function placeRemark(context: ChangeContext, input: OneItem & { section: string; language: Language }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const file = await findReturnedToChange(tx, context, input);
    const moved = await findItemsToMove(tx, file, [input.item], "place");
    const where = { code: input.section, assessmentId: input.assessmentId, archivedAt: null };
    const named = await tx.section.findFirst({ where, select: { id: true } });
    if (!named) throw refuse("invalid", { field: "section", problem: "choose" });
    const section = await findSectionRow(tx, input.assessmentId, named.id);
    const [only] = moved;
    const made = only ? await takeComment(tx, context, { ...only, language: input.language }, section, wholeSection) : [];
    const subject = returnedSubject(file.id, await settleItems(tx, context, file, moved));
    const told = { item: input.item, section: section.code };
    const placed = { action: "returned-file.place", subject, label: String(file.number), change: told } as const;
    return { result: null, event: asEvents([...made, placed]) };
  });
}

/** Marks a remark that belongs to no text as done. */
export async function finishRemark(context: ChangeContext, input: OneItem): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const file = await findReturnedToChange(tx, context, input);
    const moved = await findItemsToMove(tx, file, [input.item], "finish");
    const subject = returnedSubject(file.id, await settleItems(tx, context, file, moved));
    return { result: null, event: { action: "returned-file.finish", subject, label: String(file.number), change: { item: input.item } } };
  });
}
