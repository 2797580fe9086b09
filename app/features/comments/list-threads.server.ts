import type { Span } from "~/domain/comments/anchor";
import { groupBy } from "~/domain/evidence/graph";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { mentionsOf, visibleTo } from "~/platform/comments.server";
import type { Db } from "~/platform/db.server";
import type { BlockRow } from "~/platform/evidence-graph.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { listOutsideAuthors } from "~/platform/outside-authors.server";
import { addressOf, type CommentView, type PassageFate, type ThreadView } from "./comment-view";
import { followPassages } from "./follow-passages.server";

/** The threads of a section that somebody may see, in the order of their numbers, drafts last; with where each passage stands now. */
export async function listThreads(
  db: Db,
  { assessmentId, sectionId, viewerId, blocks }: { assessmentId: string; sectionId: string; viewerId: string; blocks: readonly BlockRow[] },
): Promise<{ threads: ThreadView[]; places: Map<string, Span | null> }> {
  const rows = await db.comment.findMany({ where: { assessmentId, sectionId, ...visibleTo(viewerId) }, orderBy: { number: "asc" } });
  const openers = rows.filter(({ threadId }) => threadId === null);
  const answers = groupBy(rows, ({ threadId }) => threadId ?? "");
  const people = rows.flatMap(({ byId, resolvedById, mentions }) => [
    byId,
    ...(resolvedById === null ? [] : [resolvedById]),
    ...mentionsOf(mentions),
  ]);
  const [names, outside, codes, places] = await Promise.all([
    namesOfUsers(db, people),
    listOutsideAuthors(db, "comment", rows),
    codesOf(db, blocks),
    followPassages(db, blocks, openers),
  ]);
  const known = { names, outside, codes, places, blocks, viewerId };
  const threads = openers.map((row) => threadView(row, answers.get(row.id) ?? [], known));
  const shown = threads.filter(({ withdrawn, answers: own }) => !withdrawn || own.length > 0);
  return { threads: [...shown.filter(({ draft }) => !draft), ...shown.filter(({ draft }) => draft).toReversed()], places };
}

type Row = Awaited<ReturnType<Db["comment"]["findMany"]>>[number];

interface Around {
  names: ReadonlyMap<string, string>;
  outside: ReadonlyMap<string, string>;
  codes: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, Span | null>;
  blocks: readonly BlockRow[];
  viewerId: string;
}

/** The codes of the statements among blocks, by block. */
export async function codesOf(db: Db, blocks: readonly BlockRow[]): Promise<Map<string, string>> {
  const statements = await db.statement.findMany({
    where: { blockId: { in: blocks.map(({ id }) => id) } },
    select: { blockId: true, code: true },
  });
  return new Map(statements.map(({ blockId, code }) => [blockId, code]));
}

function commentView(row: Row, { names, outside, viewerId }: Around): CommentView {
  const withdrawn = row.archivedAt !== null;
  return {
    id: row.id,
    at: addressOf(row.number),
    by: names.get(row.byId) ?? "",
    outside: outside.get(row.id) ?? null,
    mine: row.byId === viewerId,
    moment: row.at,
    text: withdrawn ? "" : row.text,
    mentions: withdrawn ? [] : mentionsOf(row.mentions).map((id) => names.get(id) ?? ""),
    draft: row.sentAt === null && !withdrawn,
    withdrawn,
    version: row.version,
  };
}

function threadView(row: Row, answers: readonly Row[], around: Around): ThreadView {
  const shown = answers.filter(({ archivedAt }) => archivedAt === null);
  const mentions = [row, ...shown].flatMap((one) => (one.archivedAt === null ? mentionsOf(one.mentions) : []));
  return {
    ...commentView(row, around),
    blockId: row.blockId,
    on: row.blockId === null ? null : (around.codes.get(row.blockId) ?? ""),
    language: row.language,
    passage: row.archivedAt === null ? row.passage : null,
    fate: fateOf(row, around),
    resolved: row.resolvedAt && { by: around.names.get(row.resolvedById ?? "") ?? "", at: row.resolvedAt },
    mentionsMe: mentions.includes(around.viewerId),
    answers: inOrder(shown).map((one) => commentView(one, around)),
  };
}

/** Answers by number; drafts, which have numbers below zero, come last. */
const inOrder = (rows: readonly Row[]) => [
  ...rows.filter(({ number }) => number > 0),
  ...rows.filter(({ number }) => number < 0).toReversed(),
];

function fateOf({ id, passage, blockId, language }: Row, { places, blocks }: Around): PassageFate {
  if (passage === null) return blockId === null || blocks.some((block) => block.id === blockId) ? "none" : "went";
  const place = places.get(id);
  const block = blocks.find((one) => one.id === blockId);
  if (!place || !block) return "went";
  const body = block.language === language ? block.document : block.translations.find((one) => one.language === language)?.body;
  return body && textOfDoc(body).slice(place.start, place.end) === passage ? "same" : "edited";
}
