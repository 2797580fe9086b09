import { widthsByShare } from "~/domain/document/column-widths";
import type { RegisterEntry } from "~/domain/document/model";
import { colours, fonts, measures } from "~/platform/document-look";
import { chips, flagMark, inlines } from "~/platform/odt/inline";
import { cell, cellText, plainTable } from "~/platform/odt/table";
import { word } from "~/platform/document-locale";
import { link, paragraph, passage, place, type Writing } from "~/platform/odt/writing";
import { words } from "~/platform/odt/xml";

/** The register of evidence: code with its bookmark, what the ground is as far as consent allows, and links back to what stands on it. */
export function registerTable(writing: Writing): string {
  const { register } = writing.document;
  if (register.length === 0) return paragraph("Standard", words(word(writing, "register-empty")));
  const table = plainTable(writing, {
    head: ["register-code", "register-what", "register-bears"]
      .map((key) => cell(paragraph(cellText(writing, { heads: true, inHead: true }), words(word(writing, key))), true))
      .join(""),
    rows: register.map((entry) => entryCells(writing, entry)),
    widths: widthsByShare(3, measures.text, [15, 65, 20]),
    rowHeads: true,
  });
  return `${table}${paragraph("TableEnd", "")}`;
}

function entryCells(writing: Writing, entry: RegisterEntry): string {
  const code = place(entry.anchor, passage(writing, { colour: colours.ochreText }, words(entry.code)));
  const bears = entry.bears.map((each) => bearing(writing, each)).join(", ");
  return [
    cell(paragraph(cellText(writing, { heads: true }), code), false),
    cell(describing(writing, entry), false),
    cell(line(bears), false),
  ].join("");
}

function describing(writing: Writing, entry: RegisterEntry): string {
  const { language } = writing.document;
  const soft = (text: string, italic = false) => passage(writing, { colour: colours.soft, italic }, words(text));
  return [
    inlines(writing, entry.label, language),
    ...(entry.text
      ? [`${inlines(writing, entry.text, entry.language, { font: fonts.serif, size: 19 })}${flagMark(writing, entry.flag)}`]
      : []),
    ...(entry.withheld ? [soft(entry.withheld, true)] : []),
    ...entry.remarks.map((remark) => soft(remark)),
    ...(entry.grounds.length > 0 ? [`${soft(word(writing, "stands-on"))} ${chips(writing, entry.grounds)}`] : []),
  ]
    .map(line)
    .join("");
}

function bearing(writing: Writing, { code, to, relation }: RegisterEntry["bears"][number]): string {
  const shown = link(`#${to}`, "Reference", words(code));
  if (relation === "supports") return shown;
  const colour = relation === "contradicts" ? colours.rust : colours.soft;
  return `${shown} ${passage(writing, { colour }, words(`(${word(writing, relation)})`))}`;
}

const line = (inner: string) => paragraph("Table_20_Contents", inner);
