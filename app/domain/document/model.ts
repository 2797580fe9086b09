import { z } from "zod";
import { Picture } from "~/domain/document/picture";
import { groundKinds, relations } from "~/domain/document/content";

/** The name of the format in which the document of an edition is frozen. */
export const documentFormat = "grondslag-document/1";

const language = z.string().min(2);
const anchor = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
  .max(40);
/** Why a text stands in another language than the document's. */
const flag = z.enum(["untranslated", "behind"]).optional();

/** What a redline marks; no frozen document has it. */
const change = z.enum(["inserted", "deleted"]).optional();

/** A ground as printed under a statement or in running text: its code, where it is described, and how it bears on the statement. */
export const GroundShown = z.strictObject({
  code: z.string(),
  kind: z.enum(groundKinds),
  to: anchor,
  relation: z.enum(relations),
  withheld: z.boolean(),
  note: z.string(),
  change,
});
export type GroundShown = z.infer<typeof GroundShown>;

/** What stands within a paragraph. `language` is given where it differs from the block's. */
export const Inline = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    text: z.string(),
    strong: z.literal(true).optional(),
    em: z.literal(true).optional(),
    href: z.string().optional(),
    change,
    language: language.optional(),
  }),
  z.strictObject({ kind: z.literal("break") }),
  z.strictObject({ kind: z.literal("footnote"), text: z.string() }),
  z.strictObject({ kind: z.literal("ground"), ground: GroundShown }),
  z.strictObject({ kind: z.literal("reference"), text: z.string(), to: anchor }),
]);
export type Inline = z.infer<typeof Inline>;

const line = z.array(Inline);

/** An item of a list, with the lists below it. */
export interface ListItem {
  content: Inline[];
  lists: ListShown[];
}
/** A list in running text. */
export interface ListShown {
  ordered: boolean;
  items: ListItem[];
}
const ListShape: z.ZodType<ListShown> = z.lazy(() =>
  z.strictObject({ ordered: z.boolean(), items: z.array(z.strictObject({ content: line, lists: z.array(ListShape) })) }),
);

/** A statement with its number and grounds. Where `repeats` is set it is shown again here: its home is elsewhere and holds the bookmark. */
export const StatementShown = z.strictObject({
  kind: z.literal("statement"),
  code: z.string(),
  anchor,
  statementKind: z.enum(["finding", "answer", "conclusion", "recommendation"]),
  repeats: z.strictObject({ sectionCode: z.string(), label: z.string() }).optional(),
  language,
  flag,
  question: line.optional(),
  paragraphs: z.array(line),
  addressedTo: z.string().optional(),
  confidence: z.string().optional(),
  grounds: z.array(GroundShown),
  contradictionAnswer: line.optional(),
  limitations: z.array(z.int()),
});
export type StatementShown = z.infer<typeof StatementShown>;

const TableCell = z.strictObject({ lines: z.array(line), header: z.literal(true).optional(), indent: z.int().optional() });
/** A cell of a table: its lines, whether it heads its row or column, and how far it is indented. */
export type TableCell = z.infer<typeof TableCell>;

/** The number under which a table or a figure is listed, in words: *Table 3*; absent where it has no caption. */
const label = z.string().optional();

/** A block of a section of the document. */
export const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), language, flag, content: line, anchor: anchor.optional() }),
  z.strictObject({ kind: z.literal("heading"), language, level: z.int().min(2).max(6), content: line }),
  z.strictObject({ kind: z.literal("list"), language, flag, list: ListShape }),
  z.strictObject({
    kind: z.literal("table"),
    language,
    flag,
    caption: z.string().nullable(),
    label,
    widths: z.array(z.number()).optional(),
    head: z.array(TableCell),
    rows: z.array(z.array(TableCell)),
    anchor: anchor.optional(),
  }),
  z.strictObject({ kind: z.literal("picture"), language, picture: Picture, label, anchor: anchor.optional() }),
  StatementShown,
  z.strictObject({
    kind: z.literal("limitations"),
    language,
    items: z.array(z.strictObject({ number: z.int(), anchor: anchor.optional(), language, content: line, change })),
  }),
  z.strictObject({ kind: z.literal("register"), language }),
  z.strictObject({ kind: z.literal("notice"), language, content: line }),
]);
export type Block = z.infer<typeof Block>;

/** A section of the document, in reading order. `number` is printed before the heading; null = not numbered. */
export const DocumentSection = z.strictObject({
  code: z.string(),
  anchor,
  number: z.string().nullable(),
  heading: z.string(),
  /** The heading with what a redline marks in it; no frozen document has it. */
  headingMarked: line.optional(),
  language,
  level: z.int().min(1).max(6),
  kind: z.string(),
  signOff: z.enum(["signed", "stale", "missing", "not-needed"]),
  /** Who signed it off and on which day, in words; those whose sign-off no longer holds are left out. */
  signedBy: z.array(z.strictObject({ name: z.string(), on: z.string() })).optional(),
  blocks: z.array(Block),
});
export type DocumentSection = z.infer<typeof DocumentSection>;

/** An entry of the register of evidence: what a ground is, as far as consent allows, and what stands on it. */
export const RegisterEntry = z.strictObject({
  code: z.string(),
  kind: z.enum(groundKinds),
  anchor,
  label: line,
  language,
  flag,
  text: line.nullable(),
  withheld: z.string().nullable(),
  remarks: z.array(z.string()),
  grounds: z.array(GroundShown),
  /** The statements that stand on it, and the sections whose running text cites it. */
  bears: z.array(z.strictObject({ code: z.string(), to: anchor, relation: z.enum(relations) })),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** One document in one language, complete: every writer works from this and from nothing else. */
export const EditionDocument = z.strictObject({
  format: z.literal(documentFormat),
  language,
  title: z.string(),
  notice: z.string().nullable(),
  number: z.int(),
  draft: z.int(),
  purpose: z.enum(["concept", "final"]),
  titlePage: z.array(z.strictObject({ term: z.string(), text: z.string() })),
  /** Printed on every page: what kind of document this is, and what it still lacks. */
  classification: z.string(),
  lacking: z.string().nullable(),
  sections: z.array(DocumentSection),
  register: z.array(RegisterEntry),
  /** The words of the tool that the writers print, frozen with the document. */
  words: z.record(z.string(), z.string()),
});
export type EditionDocument = z.infer<typeof EditionDocument>;

/** What an edition freezes: its documents, one per language, in the order of its languages. */
export const EditionBlocks = z.strictObject({ format: z.literal("grondslag-edition/1"), documents: z.array(EditionDocument).min(1) });
export type EditionBlocks = z.infer<typeof EditionBlocks>;
