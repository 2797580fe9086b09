import { z } from "zod";
import { placeholders } from "~/domain/house-style/placeholders";

/** The name of the format in which is kept what was found in a template. */
export const templateFormat = "grondslag-template/1";

const StyleType = z.enum(["paragraph", "character", "table"]);
/** The kinds of style that are mapped. */
export type StyleType = z.infer<typeof StyleType>;

const colour = z.string().regex(/^[0-9A-F]{6}$/u);

/** How text in a style looks, with what it takes from the styles that it rests on. Sizes in points; `line` in times the size. */
export const StyleLook = z.strictObject({
  font: z.string().nullable(),
  size: z.number().nullable(),
  colour: colour.nullable(),
  background: colour.nullable(),
  bold: z.boolean(),
  italic: z.boolean(),
  caps: z.boolean(),
  align: z.enum(["left", "center", "right", "justify"]),
  before: z.number(),
  after: z.number(),
  line: z.number().nullable(),
  indent: z.number(),
});
export type StyleLook = z.infer<typeof StyleLook>;

/** A style of a template. `numbered`: it counts or has a sign before each paragraph. */
export const TemplateStyle = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  type: StyleType,
  isDefault: z.boolean(),
  numbered: z.boolean(),
  look: StyleLook,
});
export type TemplateStyle = z.infer<typeof TemplateStyle>;

const TemplateLine = z.strictObject({ text: z.string(), style: z.string().nullable(), pictures: z.array(z.string()) });
/** A paragraph of a head, a foot or a cover: its text, its style, and the paths of the pictures in it. */
export type TemplateLine = z.infer<typeof TemplateLine>;

/** Where the cover of a template ends: with a block of its own, a section, or a page. */
export const coverRules = ["control", "section", "page"] as const;

/** What was found in a template. Measures of the page in twentieths of a point. */
export const TemplateFacts = z.strictObject({
  format: z.literal(templateFormat),
  styles: z.array(TemplateStyle),
  edges: z.array(
    z.strictObject({
      place: z.enum(["header", "footer"]),
      kind: z.enum(["default", "first", "even"]),
      lines: z.array(TemplateLine),
    }),
  ),
  cover: z.strictObject({ rule: z.enum(coverRules), lines: z.array(TemplateLine) }).nullable(),
  page: z.strictObject({ width: z.int(), height: z.int(), left: z.int(), right: z.int() }),
  /** What is filled in, by name: `title`. */
  placeholders: z.array(z.enum(placeholders)),
  /** Says whether the page numbers are in its heads or feet. */
  pageNumbers: z.boolean(),
  /** Pictures by the path in the template, and whether a browser can show them. */
  pictures: z.array(z.strictObject({ path: z.string(), shown: z.boolean() })),
  /** How many pictures are left out: broken, far too large, or of a kind that is not taken over. Templates that were read before have no count. */
  picturesLeft: z.int().default(0),
  /** How many links to pages elsewhere are left out. */
  links: z.int(),
  /** How many typefaces within the file are left out. */
  fonts: z.int(),
});
export type TemplateFacts = z.infer<typeof TemplateFacts>;
