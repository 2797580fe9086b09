import type { AuditEvent } from "~/domain/audit";
import { can, rolesWith } from "~/domain/permissions";
import type { Language } from "~/domain/tool-language";
import { personOf, requireMay } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { insertComment, wholeSection, type StoredPassage } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { findBlockIfAny, findSectionRow, peopleOf, type FoundBlock, type FoundSection } from "~/platform/find-section.server";
import { passageOfVersion } from "~/platform/passage-text.server";
import { refuse } from "~/platform/refusal.server";
import { documentAt, insertSuggestion } from "~/platform/suggestions.server";
import { commentWords, cutWords, reasonOf } from "./comment-words.server";
import {
  findItemsToMove,
  findReturnedToChange,
  returnedSubject,
  settleItems,
  type FoundItem,
  type FoundReturned,
  type ReturnedRef,
} from "./find-returned.server";

/** How many items one change takes over: few enough that nobody waits for long. */
const atOnce = 25;

/** Items of a returned file by their numbers, and the language in which the tool adds its words. */
export interface TakeItems extends ReturnedRef {
  items: readonly number[];
  language: Language;
}

/**
 * Takes comments and other wordings over from a returned file, as comments and suggestions of this person on behalf of who wrote them. Refuses a suggestion for
 * a section that she writes herself (403), for nobody suggests to herself, and an item whose text was removed since (422).
 */
export async function takeItems(context: ChangeContext, input: TakeItems): Promise<void> {
  if (input.items.length === 0) throw refuse("invalid", { field: "item", problem: "returned-none" });
  let { version } = input;
  for (let from = 0; from < input.items.length; from += atOnce)
    version = await takeSome(context, { ...input, version, items: input.items.slice(from, from + atOnce) });
}

function takeSome(context: ChangeContext, input: TakeItems): Promise<number> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const file = await findReturnedToChange(tx, context, input);
    const moved = await findItemsToMove(tx, file, input.items, "take");
    const events: AuditEvent[] = [];
    for (const { item } of moved) events.push(...(await takeItem(tx, context, { file, item, language: input.language })));
    const version = await settleItems(tx, context, file, moved);
    const suggestions = moved.filter(({ item }) => item.kind === "suggestion").length;
    const told = { comments: moved.length - suggestions, suggestions };
    const subject = returnedSubject(file.id, version);
    return {
      result: version,
      event: asEvents([...events, { action: "returned-file.take", subject, label: String(file.number), change: told }]),
    };
  });
}

interface Taking {
  file: FoundReturned;
  item: FoundItem;
  language: Language;
}

async function takeItem(tx: Tx, context: ChangeContext, taking: Taking): Promise<AuditEvent[]> {
  const { item } = taking;
  const section = await findSectionRow(tx, item.assessmentId, item.sectionId ?? "");
  if (item.blockId === null) return takeComment(tx, context, taking, section, wholeSection);
  const block = await findBlockIfAny(tx, item.assessmentId, item.blockId);
  if (block?.sectionId !== section.id) throw refuse("invalid", { field: "item", problem: "returned-gone" });
  if (item.kind === "suggestion") return [await takeSuggestion(tx, context, taking, section, block)];
  return takeComment(tx, context, taking, section, await passageOf(tx, item, block));
}

/** The passage as the edition has it: it is followed from that version on, as any other. */
async function passageOf(tx: Tx, { body }: FoundItem, block: FoundBlock): Promise<StoredPassage> {
  const [language, version] = [body.language ?? block.language, body.version ?? block.version];
  const where = { blockId: block.id, language, blockVersion: version };
  if (!body.span) return { ...wholeSection, ...where };
  const text = await passageOfVersion(tx, block, { language, version });
  return { ...where, ...body.span, passage: text.slice(body.span.start, body.span.end) };
}

/** Writes a comment on behalf of who made it, with the answers to it; what is too long for one goes on in answers. */
export async function takeComment(
  tx: Tx,
  context: ChangeContext,
  { item, language }: Pick<Taking, "item" | "language">,
  section: FoundSection,
  place: StoredPassage,
): Promise<AuditEvent[]> {
  const { assessmentId, id: itemId, author, body } = item;
  requireMay(context, assessmentId, "comment.write", "comment.read");
  const [first = "", ...more] = cutWords(commentWords(item, place.passage !== null, language));
  const base = { assessmentId, section, mentions: [], draft: false } as const;
  const opener = await insertComment(tx, context, { ...base, place, threadId: null, text: first, outside: { name: author, itemId } });
  const answers = [
    ...more.map((text) => ({ name: author, text })),
    ...body.answers.flatMap((answer) => cutWords(answer.text).map((text) => ({ name: answer.author, text }))),
  ];
  const events = [opener.event];
  for (const { name, text } of answers) {
    const answered = { place: { ...wholeSection, blockId: place.blockId }, threadId: opener.id, text, outside: { name, itemId } };
    events.push((await insertComment(tx, context, { ...base, ...answered })).event);
  }
  return events;
}

async function takeSuggestion(
  tx: Tx,
  context: ChangeContext,
  { file, item }: Taking,
  section: FoundSection,
  block: FoundBlock,
): Promise<AuditEvent> {
  const { assessmentId, id: itemId, author, body } = item;
  if (!can(personOf(context, assessmentId), "suggestion.make", await peopleOf(tx, section)))
    throw refuse("forbidden", { permission: "suggestion.make", roles: rolesWith("suggestion.make") });
  if (!body.document || body.version === null) throw refuse("invalid", { field: "item", problem: "returned-gone" });
  const start = { id: block.id, language: block.language, version: body.version, document: await documentAt(tx, block, body.version) };
  const made = await insertSuggestion(tx, context, {
    ...{ assessmentId, section, block: start, document: body.document },
    reason: reasonOf(author, file.fileName),
    outside: { name: author, itemId },
  });
  return made.event;
}
