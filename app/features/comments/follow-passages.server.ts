import { anchorAt, followAnchors, placeOf, type Anchor, type Span } from "~/domain/comments/anchor";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "~/platform/db.server";
import type { BlockRow } from "~/platform/evidence-graph.server";
import { textOfVersion } from "~/platform/passage-text.server";

/** A comment on a passage, as far as following it goes. */
export interface Followed {
  id: string;
  blockId: string | null;
  language: string | null;
  start: number | null;
  end: number | null;
  blockVersion: number | null;
}

/** Up to which version of its text a passage has been followed. */
interface Known {
  version: number;
  anchor: Anchor;
}

/** How far each passage was followed: versions never change, so that only later ones are read. The oldest are forgotten first. */
const known = new Map<string, Known>();
const mostKnown = 20_000;

/** A text of a block: the record that holds it, its version, and what it says now. */
interface Text {
  kind: "block" | "translation";
  recordId: string;
  version: number;
  now: string;
  passages: (Followed & { start: number; end: number; blockVersion: number })[];
}

/** Where the passages of comments stand now, by comment; null for one that went. One query, for the versions that were not looked at before. */
export async function followPassages(
  db: Db,
  blocks: readonly BlockRow[],
  comments: readonly Followed[],
): Promise<Map<string, Span | null>> {
  const texts = textsOf(blocks, comments);
  const from = (text: Text) => Math.min(...text.passages.map((one) => known.get(one.id)?.version ?? one.blockVersion));
  const behind = texts.filter((text) => from(text) < text.version);
  const rows =
    behind.length === 0
      ? []
      : await db.version.findMany({
          where: {
            OR: behind.map((text) => ({ kind: text.kind, recordId: text.recordId, number: { gte: from(text), lt: text.version } })),
          },
          select: { recordId: true, number: true, body: true },
          orderBy: { number: "asc" },
        });
  for (const text of texts) follow(text, rows);
  const places = texts.flatMap(({ passages }) => passages.map(({ id }) => [id, placeNow(id)] as const));
  return new Map(places);
}

function placeNow(id: string): Span | null {
  const anchor = known.get(id)?.anchor;
  return anchor ? placeOf(anchor) : null;
}

function textsOf(blocks: readonly BlockRow[], comments: readonly Followed[]): Text[] {
  const texts = new Map<string, Text>();
  for (const comment of comments) {
    const { blockId, language, start, end, blockVersion } = comment;
    const block = blocks.find(({ id }) => id === blockId);
    if (!block || language === null || start === null || end === null || blockVersion === null) continue;
    const text = texts.get(`${block.id} ${language}`) ?? textIn(block, language);
    if (!text) continue;
    text.passages.push({ ...comment, start, end, blockVersion });
    texts.set(`${block.id} ${language}`, text);
  }
  return [...texts.values()];
}

function textIn(block: BlockRow, language: string): Text | null {
  if (block.language === language)
    return { kind: "block", recordId: block.id, version: block.version, now: textOfDoc(block.document), passages: [] };
  const found = block.translations.find((one) => one.language === language);
  return found ? { kind: "translation", recordId: found.id, version: found.version, now: textOfDoc(found.body), passages: [] } : null;
}

/** Takes the passages of a text through its versions in one pass: each difference is made once for all of them. */
function follow(text: Text, rows: readonly { recordId: string; number: number; body: string }[]): void {
  const versions = rows
    .filter(({ recordId }) => recordId === text.recordId)
    .map(({ number, body }) => ({ number, words: textOfVersion(body) }));
  let before: string | null = null;
  for (const { number, words } of [...versions, { number: text.version, words: text.now }]) {
    if (before !== null) step(text, { before, words, number });
    for (const passage of text.passages) {
      if (passage.blockVersion === number && !known.has(passage.id))
        remember(passage.id, { version: number, anchor: anchorAt(words, passage) });
    }
    before = words;
  }
}

function step(text: Text, { before, words, number }: { before: string; words: string; number: number }): void {
  const moving = text.passages.flatMap(({ id }) => {
    const found = known.get(id);
    return found && found.version < number ? [{ id, anchor: found.anchor }] : [];
  });
  const anchors = followAnchors(
    moving.map(({ anchor }) => anchor),
    before,
    words,
  );
  moving.forEach(({ id, anchor }, at) => remember(id, { version: number, anchor: anchors[at] ?? anchor }));
}

function remember(id: string, one: Known): void {
  known.delete(id);
  known.set(id, one);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}
