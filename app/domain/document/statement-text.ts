import type { Inline, StatementShown } from "~/domain/document/model";

/** The frozen words of a document, by key. */
export type FrozenWords = Readonly<Record<string, string>>;

/**
 * A line as every format prints it, without notes at the foot: a ground stands in square brackets, with how it bears where it does not support.
 * This is what a file that was sent back is compared with, so a writer prints exactly these words in this order.
 */
export function lineText(line: readonly Inline[], words: FrozenWords): string {
  return line.map((each) => inlineText(each, words)).join("");
}

function inlineText(each: Inline, words: FrozenWords): string {
  switch (each.kind) {
    case "text":
    case "reference":
      return each.text;
    case "break":
      return " ";
    case "footnote":
      return "";
    case "ground":
      return ` [${groundText(each.ground, words)}]`;
  }
}

/** A ground as printed: its code, and in words how it bears where it does not support. */
export function groundText({ code, relation }: { code: string; relation: string }, words: FrozenWords): string {
  return relation === "supports" ? code : `${code} ${words[relation] ?? relation}`;
}

/** The words of a statement as every format prints them at its home, between its number and its ground line, in one line. */
export function statementText({ paragraphs, flag }: StatementShown, words: FrozenWords): string {
  const text = paragraphs.map((line) => lineText(line, words)).join(" ");
  return plainWords(flag ? `${text} [${words[flag] ?? flag}]` : text);
}

/** Words in one line as they are compared: in Unicode's composed form, without characters that no format keeps, every gap as one space. */
export function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]/gu, "")
    .replaceAll(/[\s\u0085]+/gu, " ")
    .trim();
}
