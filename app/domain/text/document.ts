import { z } from "zod";
import { hasControlCharacters } from "./characters";
import {
  isFigureKey,
  isFigureText,
  isHeadingLevel,
  isHref,
  isKeptText,
  isLinkId,
  isNote,
  isReferenceKind,
  type ReferenceKind,
  TEXT_LIMITS,
} from "./limits";

/** The marks by rank: a text carries each at most once, in this order. */
const MARK_RANKS = ["link", "strong", "em"] as const;

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: z.custom<string>(isHref) }) }),
  z.strictObject({ type: z.literal("strong") }),
  z.strictObject({ type: z.literal("em") }),
]);
const marks = z.array(mark).refine(inRankOrder).exactOptional();
const isRun = (text: string) => text !== "" && !text.includes("\n") && !hasControlCharacters(text);
const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().refine(isRun), marks }),
  z.strictObject({ type: z.literal("hard_break"), marks }),
  z.strictObject({ type: z.literal("footnote"), attrs: z.strictObject({ text: z.custom<string>(isNote) }), marks }),
  z.strictObject({ type: z.literal("citation"), attrs: z.strictObject({ linkId: z.custom<string>(isLinkId) }), marks }),
  z.strictObject({
    type: z.literal("reference"),
    attrs: z.strictObject({ kind: z.custom<ReferenceKind>(isReferenceKind), id: z.custom<string>(isLinkId) }),
    marks,
  }),
  z.strictObject({
    type: z.literal("figure"),
    attrs: z.strictObject({
      of: z.custom<string>(isFigureKey),
      shown: z.custom<string>(isFigureText),
      kept: z.custom<string>(isKeptText),
    }),
    marks,
  }),
]);
const content = z.array(inline).exactOptional();
const paragraph = z.strictObject({ type: z.literal("paragraph"), content });
const heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.custom<2 | 3 | 4>(isHeadingLevel) }),
  content,
});
const cell = z.strictObject({ type: z.enum(["table_header", "table_cell"]), content });
const row = z.strictObject({ type: z.literal("table_row"), content: z.array(cell).min(1) });
const table = z.strictObject({ type: z.literal("table"), content: z.array(row).min(1) });
const list: z.ZodType<List> = z.lazy(() =>
  z.strictObject({ type: z.enum(["bullet_list", "ordered_list"]), content: z.array(listItem).min(1) }),
);
const listItem: z.ZodType<ListItem> = z.strictObject({ type: z.literal("list_item"), content: z.tuple([paragraph], list) });
const blockShape = z.strictObject({ type: z.literal("doc"), content: z.array(z.union([paragraph, heading, table, list])).min(1) });
const statementShape = z.strictObject({ type: z.literal("doc"), content: z.array(paragraph).min(1) });

/** A mark on a text: link, strong or em. */
export type TextMark = z.infer<typeof mark>;
/** What stands within a paragraph: text, line break, note, citation, cross reference or a figure that is bound to its data. */
export type Inline = z.infer<typeof inline>;
/** Where a cross reference leads: a section, a statement, or a data block, by its id. */
export type ReferenceTarget = Extract<Inline, { type: "reference" }>["attrs"];
/** A figure: what it counts, what the text says, and the later value to which its author kept what it says ("" = none). */
export type BoundFigure = Extract<Inline, { type: "figure" }>["attrs"];
/** A paragraph: text of one or more lines, or nothing yet. */
export type Paragraph = z.infer<typeof paragraph>;
/** A heading within a block; the heading of the section itself stands outside. */
export type Heading = z.infer<typeof heading>;
/** A cell, of the head or of the body. */
export type TableCell = z.infer<typeof cell>;
/** A table: rows of cells, without spans. */
export type Table = z.infer<typeof table>;
/** One item of a list: a paragraph, and the lists below it. */
export type ListItem = { type: "list_item"; content: [Paragraph, ...List[]] };
/** A list, with numbers or without; its items may hold lists. */
export type List = { type: "bullet_list" | "ordered_list"; content: ListItem[] };
/** What a document is a sequence of. */
export type Block = Paragraph | Heading | Table | List;
/** The document of one block of a section, as ProseMirror writes it in JSON. */
export type BlockDocument = z.infer<typeof blockShape>;
/** The document of a statement: paragraphs only. It is a `BlockDocument` too. */
export type StatementDocument = z.infer<typeof statementShape>;

const withinLimits = z.unknown().refine(fitsLimits, { error: "too-long", abort: true });

/** The document of a block of running text. Refuses what the ProseMirror schema refuses, control characters, and what is over `TEXT_LIMITS` ("too-long"). */
export const blockDocument = withinLimits.pipe(blockShape);
/** The document of a statement: as `blockDocument`, but paragraphs only. */
export const statementDocument = withinLimits.pipe(statementShape);

function inRankOrder(found: TextMark[]): boolean {
  const ranks = found.map((each) => MARK_RANKS.indexOf(each.type));
  return ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? rank));
}

function fitsLimits(value: unknown): boolean {
  const size = sizeOf(value);
  if (size === undefined || size.nodes > TEXT_LIMITS.nodes || size.listLevels > TEXT_LIMITS.listLevels) return false;
  return new TextEncoder().encode(JSON.stringify(value) ?? "").length <= TEXT_LIMITS.bytes;
}

/** Counts without recursion, so that a hostile depth can't exhaust the stack; undefined when too deep. */
function sizeOf(root: unknown): { nodes: number; listLevels: number } | undefined {
  const waiting = [{ value: root, depth: 0, lists: 0 }];
  const size = { nodes: 0, listLevels: 0 };
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at.value !== "object" || at.value === null) continue;
    if (at.depth === TEXT_LIMITS.depth || size.nodes > TEXT_LIMITS.nodes) return at.depth === TEXT_LIMITS.depth ? undefined : size;
    const isList = "type" in at.value && (at.value.type === "bullet_list" || at.value.type === "ordered_list");
    const lists = at.lists + (isList ? 1 : 0);
    if ("type" in at.value) size.nodes += 1;
    size.listLevels = Math.max(size.listLevels, lists);
    for (const value of Object.values(at.value)) waiting.push({ value, depth: at.depth + 1, lists });
  }
  return size;
}
