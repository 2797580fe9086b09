import { contentsLine } from "~/domain/document/assemble-document";
import { plainInline } from "~/domain/document/inline";
import type {
  Block,
  DocumentSection,
  EditionDocument,
  GroundShown,
  Inline,
  ListShown,
  StatementShown,
  TableCell,
} from "~/domain/document/model";
import {
  cellMarked,
  type Change,
  gone,
  itemMarked,
  type Limitation,
  limitationMarked,
  lineMarked,
  marked,
  statementMarked,
} from "~/domain/document/mark-blocks";
import { homeStatements } from "~/domain/document/provenance";
import { pairEqual } from "~/domain/text/merge-align";

/**
 * The later of two documents with every change since the earlier one marked in it, word by word: what came is marked as inserted, what went stands where it
 * stood, marked as deleted: a section that went at the end of the one before it. A figure and the register show the later one only.
 */
export function redline(from: EditionDocument, to: EditionDocument): EditionDocument {
  const earlier = new Map(from.sections.map((section) => [section.code, section]));
  const statements = new Map(homeStatements(from).map((statement) => [statement.code, statement]));
  const kept = new Set(homeStatements(to).map(({ code }) => code));
  const known = { statements, kept };
  const { ahead, behind } = droppedSections(from, to, known);
  const sections = to.sections.map((section, at) => {
    const { blocks, ...rest } = redlinedSection(earlier.get(section.code), section, known);
    return { ...rest, blocks: [...(at === 0 ? ahead : []), ...blocks, ...(behind.get(section.code) ?? [])] };
  });
  return { ...to, sections };
}

interface Known {
  /** The statements of the earlier document at their homes. */
  statements: ReadonlyMap<string, StatementShown>;
  /** The codes of the statements that the later document still has. */
  kept: ReadonlySet<string>;
}

/** The sections that the later document lacks: what stood ahead of all that it has, and by the code of one that it has what stood behind that. */
function droppedSections(from: EditionDocument, to: EditionDocument, known: Known): { ahead: Block[]; behind: Map<string, Block[]> } {
  const there = new Set(to.sections.map(({ code }) => code));
  const ahead: Block[] = [];
  const behind = new Map<string, Block[]>();
  let place = ahead;
  for (const section of from.sections) {
    if (there.has(section.code)) behind.set(section.code, (place = []));
    else place.push(...goneSection(section, known));
  }
  return { ahead, behind };
}

/** A section that went, under its heading; a chapter as a heading below one, as it stands within another. */
function goneSection(section: DocumentSection, known: Known): Block[] {
  const level = Math.max(2, section.level);
  const content = lineMarked(plainInline(contentsLine(section)), "deleted");
  return [{ kind: "heading", language: section.language, level, content }, ...section.blocks.flatMap((block) => gone(block, known.kept))];
}

function redlinedSection(before: DocumentSection | undefined, after: DocumentSection, known: Known): DocumentSection {
  if (!before)
    return {
      ...after,
      headingMarked: lineMarked(plainInline(after.heading), "inserted"),
      blocks: after.blocks.map((block) => (block.kind === "statement" ? redlinedStatement(block, known) : marked(block, "inserted"))),
    };
  const pairing = pairEqual(before.blocks.map(keyOf), after.blocks.map(keyOf));
  const partner = new Map(pairing.flatMap((at, place) => (at === -1 ? [] : [[at, before.blocks[place]] as const])));
  const dropped = droppedBefore(before.blocks, pairing, known);
  const blocks = after.blocks.flatMap((block, at) => [...(dropped.get(at) ?? []), redlinedBlock(partner.get(at), block, known)]);
  const reworded = before.heading !== after.heading && {
    headingMarked: redlinedLine(plainInline(before.heading), plainInline(after.heading)),
  };
  return { ...after, ...reworded, blocks: [...blocks, ...(dropped.get(after.blocks.length) ?? [])] };
}

/** What tells a block again in the other document: a statement by its code, a table by its caption, running text by its kind and first words. */
function keyOf(block: Block): string {
  if (block.kind === "statement") return `statement ${block.code}`;
  if (block.kind === "table") return `table ${block.caption ?? ""}`;
  if (block.kind === "paragraph" || block.kind === "heading") return `${block.kind} ${firstWords(block.content)}`;
  return block.kind;
}

const firstWords = (line: readonly Inline[]) =>
  line
    .flatMap((each) => (each.kind === "text" ? each.text.split(/(?<=\s)/u) : []))
    .slice(0, 3)
    .join("");

/** What the earlier section had and the later one hasn't, before the place in the later one at which it would stand. */
function droppedBefore(blocks: readonly Block[], pairing: readonly number[], known: Known): Map<number, Block[]> {
  const dropped = new Map<number, Block[]>();
  let place = 0;
  for (const [at, block] of blocks.entries()) {
    const partner = pairing[at] ?? -1;
    if (partner !== -1) place = partner + 1;
    else dropped.set(place, [...(dropped.get(place) ?? []), ...gone(block, known.kept)]);
  }
  return dropped;
}

function redlinedBlock(before: Block | undefined, after: Block, known: Known): Block {
  if (after.kind === "statement") return redlinedStatement(after, known);
  if (!before) return marked(after, "inserted");
  if (after.kind === "table" && before.kind === "table") return { ...after, rows: redlinedRows(before.rows, after.rows) };
  if (after.kind === "list" && before.kind === "list") return { ...after, list: redlinedList(before.list, after.list) };
  if (after.kind === "limitations" && before.kind === "limitations")
    return { ...after, items: redlinedLimitations(before.items, after.items) };
  if (isOneLine(after) && isOneLine(before)) return { ...after, content: redlinedLine(before.content, after.content) };
  return after;
}

const isOneLine = (block: Block) => block.kind === "paragraph" || block.kind === "heading" || block.kind === "notice";

function redlinedStatement(after: StatementShown, { statements }: Known): StatementShown {
  if (after.repeats) return after;
  const before = statements.get(after.code);
  if (!before) return { ...after, ...statementMarked(after, "inserted") };
  const count = Math.max(before.paragraphs.length, after.paragraphs.length);
  return {
    ...after,
    paragraphs: Array.from({ length: count }, (_, at) => redlinedLine(before.paragraphs[at] ?? [], after.paragraphs[at] ?? [])),
    grounds: redlinedGrounds(before.grounds, after.grounds),
  };
}

const bearing = ({ to, relation }: GroundShown) => `${to} ${relation}`;

/** A ground that went is no link any more: the later document may not have its place. */
function redlinedGrounds(before: readonly GroundShown[], after: readonly GroundShown[]): GroundShown[] {
  const [old, now] = [new Set(before.map(bearing)), new Set(after.map(bearing))];
  return [
    ...after.map((ground) => (old.has(bearing(ground)) ? ground : { ...ground, change: "inserted" as const })),
    ...before.filter((ground) => !now.has(bearing(ground))).map((ground) => ({ ...ground, change: "deleted" as const })),
  ];
}

function redlinedList(before: ListShown, after: ListShown): ListShown {
  const count = Math.max(before.items.length, after.items.length);
  const items = Array.from({ length: count }, (_, at) => {
    const [old, now] = [before.items[at], after.items[at]];
    if (!old || !now) return itemMarked(old ?? now ?? { content: [], lists: [] }, old ? "deleted" : "inserted");
    return {
      content: redlinedLine(old.content, now.content),
      lists: now.lists.map((list, place) => redlinedList(old.lists[place] ?? { ...list, items: [] }, list)),
    };
  });
  return { ...after, items };
}

const rowKey = (row: readonly TableCell[]) => JSON.stringify(row[0]?.lines ?? []);

function redlinedRows(before: readonly TableCell[][], after: readonly TableCell[][]): TableCell[][] {
  return interleaved(before, after, rowKey, {
    both: (old, now) => now.map((cell, place) => redlinedCell(old[place], cell)),
    one: (row, change) => row.map((cell) => cellMarked(cell, change)),
  });
}

function redlinedLimitations(before: readonly Limitation[], after: readonly Limitation[]): Limitation[] {
  return interleaved(before, after, ({ content }) => firstWords(content), {
    both: (old, now) => ({ ...now, content: redlinedLine(old.content, now.content) }),
    one: limitationMarked,
  });
}

/** What is made of an entry that both lists have, and of one that came or went. */
interface Made<Entry> {
  both: (before: Entry, after: Entry) => Entry;
  one: (entry: Entry, change: Change) => Entry;
}

/** Two lists in one, in the order of the later one, with each entry that went before the next that stayed. */
function interleaved<Entry>(before: readonly Entry[], after: readonly Entry[], key: (entry: Entry) => string, made: Made<Entry>): Entry[] {
  const pairing = pairEqual(before.map(key), after.map(key));
  const droppedFrom = (start: number, end: number) =>
    before.slice(start, end).flatMap((entry, at) => (pairing[start + at] === -1 ? [made.one(entry, "deleted")] : []));
  const entries: Entry[] = [];
  let next = 0;
  for (const [at, now] of after.entries()) {
    const place = pairing.indexOf(at);
    const old = before[place];
    if (old === undefined) entries.push(made.one(now, "inserted"));
    else {
      entries.push(...droppedFrom(next, place), made.both(old, now));
      next = place + 1;
    }
  }
  return [...entries, ...droppedFrom(next, before.length)];
}

function redlinedCell(before: TableCell | undefined, after: TableCell): TableCell {
  const count = Math.max(before?.lines.length ?? 0, after.lines.length);
  return { ...after, lines: Array.from({ length: count }, (_, at) => redlinedLine(before?.lines[at] ?? [], after.lines[at] ?? [])) };
}

/** A line of both documents in one, word by word. */
function redlinedLine(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  const [old, now] = [pieces(before), pieces(after)];
  const pairing = pairEqual(old.map(pieceKey), now.map(pieceKey));
  const line: Inline[] = [];
  let [place, next] = [0, 0];
  const goOn = (end: number, until: number) => {
    line.push(...lineMarked(old.slice(place, end), "deleted"), ...lineMarked(now.slice(next, until), "inserted"));
    [place, next] = [end, until];
  };
  for (const [at, partner] of pairing.entries()) {
    const same = now[partner];
    if (!same) continue;
    goOn(at, partner);
    line.push(same);
    [place, next] = [at + 1, partner + 1];
  }
  goOn(old.length, now.length);
  return joined(line);
}

/** A line in words, each with the gap behind it. */
function pieces(line: readonly Inline[]): Inline[] {
  return line.flatMap((each): Inline[] =>
    each.kind === "text" ? (each.text.match(/\S+\s*|\s+/gu) ?? []).map((text) => ({ ...each, text })) : [each],
  );
}

const pieceKey = (each: Inline) => (each.kind === "ground" ? `ground ${bearing(each.ground)}` : JSON.stringify(each));

/** Words in a row of which the same is said, as one text. */
function joined(line: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const each of line) {
    const last = result.at(-1);
    if (each.kind === "text" && last?.kind === "text" && JSON.stringify({ ...last, text: "" }) === JSON.stringify({ ...each, text: "" }))
      result[result.length - 1] = { ...last, text: last.text + each.text };
    else result.push(each);
  }
  return result;
}
