import type { Caption } from "~/domain/document/captions";
import { otherLanguage, paragraph, passage, place, type Writing } from "~/platform/odt/writing";
import { element, words } from "~/platform/odt/xml";

/** The counters of tables and figures, as OpenDocument programs know them. */
export const sequences = { table: "Table", picture: "Figure" } as const;

/** What is to stand over a table or a figure. */
interface Captioned extends Pick<Caption, "text" | "language"> {
  kind: keyof typeof sequences;
  label: string | undefined;
  anchor: string | undefined;
}

/** What stands over a table or a figure, with its number, as the place to which a list of them leads. It stays with what follows it. */
export function captionParagraph(writing: Writing, { kind, label, text, anchor, language }: Captioned): string {
  const title = passage(writing, otherLanguage(writing, language), words(text));
  if (label === undefined) return paragraph("Caption", place(anchor, title));
  return paragraph("Caption", `${place(anchor, counted(kind, label))}. ${title}`);
}

/** The number as a field that counts, so that a program can make the list anew. */
function counted(kind: Captioned["kind"], label: string): string {
  const [, before, number] = /^(.*?)(\d+)$/u.exec(label) ?? [];
  if (before === undefined || number === undefined) return words(label);
  const name = sequences[kind];
  const field = {
    "text:name": name,
    "text:ref-name": `ref${name}${Number(number) - 1}`,
    "text:formula": `ooow:${name}+1`,
    "style:num-format": "1",
  };
  return `${words(before)}${element("text:sequence", field, number)}`;
}
