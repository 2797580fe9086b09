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
import { homeStatements } from "~/domain/document/provenance";
import { pairEqual } from "~/domain/text/merge-align";

type Change = "inserted" | "deleted";

/**
 * The later of two documents with every change since the earlier one marked in it, word by word: what came is marked as inserted, what went stands where it
 * stood, marked as deleted. A figure shows the later one only.
 */
export function redline(from: EditionDocument, to: EditionDocument): EditionDocument {
  const earlier = new Map(from.sections.map((section) => [section.code, section]));
  const statements = new Map(homeStatements(from).map((statement) => [statement.code, statement]));
  const kept = new Set(homeStatements(to).map(({ code }) => code));
  const sections = to.sections.map((section) => redlinedSection(earlier.get(section.code), section, { statements, kept }));
  return { ...to, sections };
}

interface Known {
  /** The statements of the earlier document at their homes. */
  statements: ReadonlyMap<string, StatementShown>;
  /** The codes of the statements that the later document still has. */
  kept: ReadonlySet<string>;
}

function redlinedSection(before: DocumentSection | undefined, after: DocumentSection, known: Known): DocumentSection {
  if (!before)
    return {
      ...after,
      blocks: after.blocks.map((block) => (block.kind === "statement" ? redlinedStatement(block, known) : marked(block, "inserted"))),
    };
  const pairing = pairEqual(before.blocks.map(keyOf), after.blocks.map(keyOf));
  const partner = new Map(pairing.flatMap((at, place) => (at === -1 ? [] : [[at, before.blocks[place]] as const])));
  const gone = droppedBefore(before.blocks, pairing, known);
  const blocks = after.blocks.flatMap((block, at) => [...(gone.get(at) ?? []), redlinedBlock(partner.get(at), block, known)]);
  return { ...after, blocks: [...blocks, ...(gone.get(after.blocks.length) ?? [])] };
}

/** What tells a block again in the other document: a statement by its code, a table by its caption, running text by its kind and first words. */
function keyOf(block: Block): string {
  if (block.kind === "statement") return `statement ${block.code}`;
  if (block.kind === "table") return `table ${block.caption ?? ""}`;
  if (block.kind === "paragraph" || block.kind === "heading") return `${block.kind} ${wordsOf(block.content).slice(0, 3).join("")}`;
  return block.kind;
}

const wordsOf = (line: readonly Inline[]) => line.flatMap((each) => (each.kind === "text" ? each.text.split(/(?<=\s)/u) : []));

/** What the earlier section had and the later one hasn't, before the place in the later one at which it would stand. */
function droppedBefore(blocks: readonly Block[], pairing: readonly number[], { kept }: Known): Map<number, Block[]> {
  const gone = new Map<number, Block[]>();
  let place = 0;
  for (const [at, block] of blocks.entries()) {
    const partner = pairing[at] ?? -1;
    if (partner !== -1) place = partner + 1;
    else if (block.kind !== "statement" || (!block.repeats && !kept.has(block.code)))
      gone.set(place, [...(gone.get(place) ?? []), marked(block, "deleted")]);
  }
  return gone;
}

function redlinedBlock(before: Block | undefined, after: Block, known: Known): Block {
  if (after.kind === "statement") return redlinedStatement(after, known);
  if (!before) return marked(after, "inserted");
  if (after.kind === "table" && before.kind === "table") return { ...after, rows: redlinedRows(before.rows, after.rows) };
  if (after.kind === "list" && before.kind === "list") return { ...after, list: redlinedList(before.list, after.list) };
  if ((after.kind === "paragraph" && before.kind === "paragraph") || (after.kind === "heading" && before.kind === "heading"))
    return { ...after, content: redlinedLine(before.content, after.content) };
  return after;
}

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

function itemMarked(item: ListShown["items"][number], change: Change): ListShown["items"][number] {
  return {
    content: lineMarked(item.content, change),
    lists: item.lists.map((list) => ({ ...list, items: list.items.map((each) => itemMarked(each, change)) })),
  };
}

const rowKey = (row: readonly TableCell[]) => JSON.stringify(row[0]?.lines ?? []);

function redlinedRows(before: readonly TableCell[][], after: readonly TableCell[][]): TableCell[][] {
  const pairing = pairEqual(before.map(rowKey), after.map(rowKey));
  const partner = new Map(pairing.flatMap((at, place) => (at === -1 ? [] : [[at, before[place] ?? []] as const])));
  const rows: TableCell[][] = [];
  let next = 0;
  const dropUntil = (end: number) => {
    for (; next < end; next += 1) if (pairing[next] === -1) rows.push((before[next] ?? []).map((cell) => cellMarked(cell, "deleted")));
  };
  for (const [at, row] of after.entries()) {
    const old = partner.get(at);
    if (old) dropUntil(before.indexOf(old));
    rows.push(old ? row.map((cell, place) => redlinedCell(old[place], cell)) : row.map((cell) => cellMarked(cell, "inserted")));
  }
  dropUntil(before.length);
  return rows;
}

function redlinedCell(before: TableCell | undefined, after: TableCell): TableCell {
  const count = Math.max(before?.lines.length ?? 0, after.lines.length);
  return { ...after, lines: Array.from({ length: count }, (_, at) => redlinedLine(before?.lines[at] ?? [], after.lines[at] ?? [])) };
}

const cellMarked = (cell: TableCell, change: Change): TableCell => ({ ...cell, lines: cell.lines.map((line) => lineMarked(line, change)) });

/** A block all of which came or went; one that went has no place any more. */
function marked(block: Block, change: Change): Block {
  const placed = change === "deleted" && "anchor" in block && block.kind !== "statement" ? { ...block, anchor: undefined } : block;
  switch (placed.kind) {
    case "paragraph":
    case "heading":
    case "notice":
      return { ...placed, content: lineMarked(placed.content, change) };
    case "list":
      return { ...placed, list: { ...placed.list, items: placed.list.items.map((item) => itemMarked(item, change)) } };
    case "table":
      return { ...placed, rows: placed.rows.map((row) => row.map((cell) => cellMarked(cell, change))) };
    case "statement":
      return change === "deleted" ? goneStatement(placed) : { ...placed, ...statementMarked(placed, change) };
    case "limitations":
      return {
        ...placed,
        items: placed.items.map(({ anchor, ...item }) => ({
          ...item,
          ...(anchor && change === "inserted" ? { anchor } : {}),
          content: lineMarked(item.content, change),
        })),
      };
    case "picture":
    case "register":
      return placed;
  }
}

const statementMarked = ({ paragraphs, grounds }: StatementShown, change: Change) => ({
  paragraphs: paragraphs.map((line) => lineMarked(line, change)),
  grounds: grounds.map((ground) => ({ ...ground, change })),
});

/** A statement that went, as a paragraph: the later document has no place for its number. */
function goneStatement({ code, language, paragraphs }: StatementShown): Block {
  const line = paragraphs.flatMap((each, at) => [...(at > 0 ? [{ kind: "break" as const }] : []), ...each]);
  return { kind: "paragraph", language, content: lineMarked([{ kind: "text", text: `${code} `, strong: true }, ...line], "deleted") };
}

/** Everything in a line marked; what leads somewhere is words only once it went. */
function lineMarked(line: readonly Inline[], change: Change): Inline[] {
  return line.map((each): Inline => {
    if (each.kind === "text") return { ...each, change };
    if (each.kind === "reference") return change === "deleted" ? { kind: "text", text: each.text, change } : each;
    if (each.kind === "ground")
      return change === "deleted"
        ? { kind: "text", text: ` [${each.ground.code}]`, change }
        : { ...each, ground: { ...each.ground, change } };
    return each.kind === "footnote" && change === "deleted" ? { kind: "text", text: "", change } : each;
  });
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
