import type { AuditEvent } from "~/domain/audit";
import { waitingSuggestionStates } from "~/domain/moves/suggestion";
import { z } from "zod";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { newId } from "./ids.server";
import { keepOutsideAuthor, onBehalfOf, type OutsideWords } from "./outside-authors.server";
import { keepVersion } from "./versions.server";

const Ids = z.array(z.string());

/** The people named in a comment, as stored. */
export function mentionsOf(stored: string): string[] {
  return Ids.parse(JSON.parse(stored));
}

/** Keeps what a comment holds now, a draft too: its words stand in the versions, which nobody is shown. */
export async function keepComment(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.comment.findUniqueOrThrow({ where: { id }, omit: { at: true } });
  const { assessmentId, version, sentAt, resolvedAt, archivedAt, ...fields } = row;
  const moments = { sentAt, resolvedAt, archivedAt };
  const times = Object.fromEntries(Object.entries(moments).map(([name, moment]) => [name, moment?.toISOString() ?? null]));
  const body = { ...fields, ...times };
  await keepVersion(tx, { assessmentId, kind: "comment", recordId: id, number: version, body, by, at });
}

/** What a comment is called in the trail: its section and its number in it. */
export function commentLabel(section: { code: string }, { number }: { number: number }): string {
  return `${section.code} #${number}`;
}

/** Where a comment stands, for its events: its section, and the code of the statement that it is about. */
export async function commentPlace(tx: Tx, section: { code: string }, { blockId }: { blockId: string | null }) {
  const statement = blockId === null ? null : await tx.statement.findUnique({ where: { blockId }, select: { code: true } });
  return { section: section.code, ...(statement && { statement: statement.code }) };
}

/** The event of a draft that was kept or thrown away: its section and nothing else, for the whole team reads the trail. */
export function draftEvent(
  action: "comment.draft" | "comment.remove",
  { code }: { code: string },
  id: string,
  version: number,
): AuditEvent {
  return { action, subject: { type: "comment", id, version }, label: code, change: { section: code } };
}

/** The next number of a comment in its section; withdrawn ones keep theirs. Drafts are numbered downwards from -1, so that they leave no gap. */
export async function nextCommentNumber(tx: Tx, sectionId: string, draft: boolean): Promise<number> {
  const { _min, _max } = await tx.comment.aggregate({ where: { sectionId }, _min: { number: true }, _max: { number: true } });
  return draft ? Math.min(_min.number ?? 0, 0) - 1 : Math.max(_max.number ?? 0, 0) + 1;
}

/** Where a comment stands, as its row holds it. */
export type StoredPassage = Pick<
  Awaited<ReturnType<Tx["comment"]["findFirstOrThrow"]>>,
  "blockId" | "language" | "start" | "end" | "passage" | "blockVersion"
>;

/** A comment on a section as a whole. */
export const wholeSection: StoredPassage = { blockId: null, language: null, start: null, end: null, passage: null, blockVersion: null };

/** A comment to be written. */
export interface NewComment {
  assessmentId: string;
  section: { id: string; code: string };
  place: StoredPassage;
  threadId: string | null;
  text: string;
  mentions: readonly string[];
  draft: boolean;
  /** Whose words they are, where they are not those of who writes. */
  outside?: OutsideWords;
}

/** Writes a comment, keeps it and gives its event; who may do so was asked before. */
export async function insertComment(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, section, place, threadId, text, mentions, draft, outside }: NewComment,
): Promise<{ id: string; number: number; event: AuditEvent }> {
  const id = newId(context.at);
  const number = await nextCommentNumber(tx, section.id, draft);
  const row = { ...place, id, assessmentId, sectionId: section.id, threadId, number, text, mentions: JSON.stringify(mentions) };
  const moments = { sentAt: draft ? null : context.at, at: context.at, byId: context.by.id, version: 1 };
  await tx.comment.create({ data: { ...row, ...moments } });
  await keepComment(tx, context, id);
  if (outside) await keepOutsideAuthor(tx, { assessmentId, kind: "comment", recordId: id, ...outside });
  return { id, number, event: draft ? draftEvent("comment.draft", section, id, 1) : await sentEvent(tx, section, id) };
}

/** The event of a comment that is now sent: a new point, or an answer to one. */
export async function sentEvent(tx: Tx, section: { code: string }, id: string): Promise<AuditEvent> {
  const row = await tx.comment.findUniqueOrThrow({ where: { id } });
  const [place, names] = await Promise.all([commentPlace(tx, section, row), namesOf(tx, mentionsOf(row.mentions))]);
  const subject = { type: "comment", id, version: row.version } as const;
  const label = commentLabel(section, row);
  const told = { ...place, ...(await onBehalfOf(tx, "comment", id)), text: row.text, ...(names.length > 0 && { mentions: names }) };
  if (row.threadId === null)
    return { action: "comment.add", subject, label, change: { ...told, ...(row.passage !== null && { passage: row.passage }) } };
  const opener = await tx.comment.findUniqueOrThrow({ where: { id: row.threadId }, select: { number: true } });
  return { action: "comment.answer", subject, label, change: { ...told, point: String(opener.number) } };
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const users = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { name: true }, orderBy: { name: "asc" } });
  return users.map(({ name }) => name);
}

/**
 * Sends the comments that a person has kept as drafts in a section, in the order in which she made them, and gives their events: one per
 * comment, none where she kept none. Answers to a point that was withdrawn meanwhile stay drafts.
 */
export async function sendDrafts(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, sectionId }: { assessmentId: string; sectionId: string },
): Promise<AuditEvent[]> {
  const section = await tx.section.findFirstOrThrow({ where: { id: sectionId, assessmentId }, select: { code: true } });
  const own = { assessmentId, sectionId, byId: context.by.id, sentAt: null, archivedAt: null };
  const drafts = await tx.comment.findMany({
    where: own,
    orderBy: { number: "desc" },
    select: { id: true, version: true, threadId: true },
  });
  const answered = drafts.flatMap(({ threadId }) => threadId ?? []);
  const withdrawn = await tx.comment.findMany({ where: { id: { in: answered }, archivedAt: { not: null } }, select: { id: true } });
  const events: AuditEvent[] = [];
  for (const { id, version, threadId } of drafts) {
    if (withdrawn.some((point) => point.id === threadId)) continue;
    const number = await nextCommentNumber(tx, sectionId, false);
    await tx.comment.update({ where: { id, version }, data: { number, sentAt: context.at, at: context.at, version: version + 1 } });
    await keepComment(tx, context, id);
    events.push(await sentEvent(tx, section, id));
  }
  return events;
}

/** Which comments somebody may see: those that were sent, and her own. Every query of comments for a person asks for it; one for all asks for those that were sent. */
export function visibleTo(viewerId: string) {
  return { OR: [{ sentAt: { not: null } }, { byId: viewerId }] };
}

/** How many points of each section are open, and how many suggestions wait for a writer. Drafts do not count. Two queries. */
export async function countOpenPoints(
  db: Db,
  assessmentId: string,
  sectionIds?: readonly string[],
): Promise<Map<string, { comments: number; suggestions: number }>> {
  const within = { assessmentId, ...(sectionIds && { sectionId: { in: [...sectionIds] } }) };
  const [comments, suggestions] = await Promise.all([
    db.comment.groupBy({
      by: ["sectionId"],
      where: { ...within, threadId: null, archivedAt: null, resolvedAt: null, sentAt: { not: null } },
      _count: { _all: true },
    }),
    db.suggestion.groupBy({ by: ["sectionId"], where: { ...within, state: { in: [...waitingSuggestionStates] } }, _count: { _all: true } }),
  ]);
  const found = new Map<string, { comments: number; suggestions: number }>();
  const put = (sectionId: string, more: Partial<{ comments: number; suggestions: number }>) =>
    found.set(sectionId, { ...(found.get(sectionId) ?? { comments: 0, suggestions: 0 }), ...more });
  for (const { sectionId, _count } of comments) put(sectionId, { comments: _count._all });
  for (const { sectionId, _count } of suggestions) put(sectionId, { suggestions: _count._all });
  return found;
}
