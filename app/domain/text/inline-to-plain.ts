import type { BoundFigure, Inline, ReferenceTarget } from "./document";

/** The code that stands for a link in double brackets; undefined writes the link's id. */
export type CodeOf = (linkId: string) => string | undefined;

/** The name that stands for what a cross reference leads to; undefined writes its kind and id. */
export type NameOf = (target: ReferenceTarget) => string | undefined;
/** The names of everything that stands in double brackets. */
export type PlainNames = { codeOf: CodeOf; nameOf: NameOf };

/** Where the text stands: how a new line goes on there (null: lines can't break there), and whether it is a cell of a table. */
export type PlainPlace = { newLine: string | null; cell: boolean };

type TextNode = Extract<Inline, { type: "text" }>;
type Styles = { em: boolean; strong: boolean; href: string | undefined };
const unstyled: Styles = { em: false, strong: false, href: undefined };

/** What stands within a paragraph, heading, item or cell, in the plain syntax: `inlineFromPlain` reads it back as it was. */
export function inlineToPlain(content: readonly Inline[], place: PlainPlace, names: PlainNames): string {
  let out = "";
  let lineIsEmpty = true;
  let styles = unstyled;
  content.forEach((node, at) => {
    const next = node.type === "text" ? stylesOf(node) : unstyled;
    out += turn(styles, next);
    styles = next;
    const breaks =
      node.type === "hard_break" && !lineIsEmpty && place.newLine !== null && (content[at + 1]?.type ?? "hard_break") !== "hard_break";
    out += breaks ? `\n${place.newLine}` : written(node, { place, names, startsLine: lineIsEmpty, endsPlace: at === content.length - 1 });
    lineIsEmpty = breaks;
  });
  return out + turn(styles, unstyled);
}

type Around = { place: PlainPlace; names: PlainNames; startsLine: boolean; endsPlace: boolean };

function written(node: Inline, around: Around): string {
  switch (node.type) {
    case "text":
      return writtenText(node, around);
    case "hard_break":
      return "<br>";
    case "footnote":
      return `[^${escapeSigns(node.attrs.text, /[[\]|]/)}]`;
    case "citation":
      return `[[${around.names.codeOf(node.attrs.linkId) ?? node.attrs.linkId}]]`;
    case "reference":
      return `[[#${around.names.nameOf(node.attrs) ?? `${node.attrs.kind}:${node.attrs.id}`}]]`;
    case "figure":
      return writtenFigure(node.attrs);
  }
}

/** What is counted, what the text says of it, and to which value that was kept: `[[=interviews-held 7 ~ 8]]`. */
function writtenFigure({ of, shown, kept }: BoundFigure): string {
  return `[[=${of} ${shown}${kept === "" ? "" : ` ~ ${kept}`}]]`;
}

function writtenText(node: TextNode, { place, startsLine, endsPlace }: Around): string {
  const marks = node.marks ?? [];
  const starred = marks.some((mark) => mark.type !== "link");
  let text = escapeSigns(node.text, marks.some((mark) => mark.type === "link") ? /[*[\]]/ : /\*/, place.cell);
  if (startsLine) text = escapeLineStart(text, place.cell);
  const leads = (starred || startsLine) && /^[ \t]/.test(text);
  if (leads) text = `\\${text}`;
  const endCounts = (starred || (place.cell && endsPlace)) && !(leads && node.text.length === 1);
  return endCounts ? text.replace(/[ \t]$/, "\\$&") : text;
}

/** Escapes what would read as syntax: the signs given, brackets and `<br>` that would begin something, and backslashes before such. */
function escapeSigns(text: string, signs: RegExp, inCell = false): string {
  return [...text]
    .map((sign, at, all) => {
      const next = all[at + 1];
      const begins =
        (sign === "[" && (next === undefined || next === "^" || next === "[")) ||
        (sign === "]" && (next === undefined || next === "(")) ||
        (sign === "<" && all.slice(at + 1, at + 4).join("") === "br>") ||
        (sign === "|" && inCell) ||
        (sign === "\\" && (next === undefined || /[!-/:-@[-`{-~ \t]/.test(next)));
      const idle = sign === "*" && at > 1 && at < all.length - 2 && all[at - 1] === " " && next === " ";
      return begins || (signs.test(sign) && !idle) ? `\\${sign}` : sign;
    })
    .join("");
}

/** Escapes what at the start of a line would read as heading, item or row, and in a cell as a ruler. */
function escapeLineStart(text: string, inCell: boolean): string {
  if (inCell) return text.replace(/^[:-]/, "\\$&");
  return text.replace(/^(?:-(?=[ \t]|$)|#{2,4}(?=[ \t])|\|)/, "\\$&").replace(/^(\d+)\.(?=[ \t]|$)/, "$1\\.");
}

function stylesOf(node: TextNode): Styles {
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === "link");
  return { em: marks.some((mark) => mark.type === "em"), strong: marks.some((mark) => mark.type === "strong"), href: link?.attrs.href };
}

function turn(from: Styles, to: Styles): string {
  const stars = (from.em === to.em ? 0 : 1) + (from.strong === to.strong ? 0 : 2);
  const closes = from.href !== undefined && from.href !== to.href ? `](${from.href.replace(/[()]/g, "\\$&")})` : "";
  return closes + "*".repeat(stars) + (to.href !== undefined && from.href !== to.href ? "[" : "");
}
