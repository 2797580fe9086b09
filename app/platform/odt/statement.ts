import type { StatementShown } from "~/domain/document/model";
import { colours } from "~/platform/document-look";
import { chips, flagMark, inlines } from "~/platform/odt/inline";
import { word } from "~/platform/document-locale";
import { link, paragraph, passage, place, tab, type Writing } from "~/platform/odt/writing";
import { element, words } from "~/platform/odt/xml";

/** A statement: number in the margin column, text, ground line, and what belongs to it. Its number is the bookmark, at its home only. */
export function statementParagraphs(writing: Writing, statement: StatementShown): string {
  const { question, repeats } = statement;
  const asked = question && !repeats ? paragraph("Question", inlines(writing, question, writing.document.language)) : "";
  const notes = noteParagraphs(writing, statement);
  const style = notes === "" ? "GroundLine" : "GroundLineKept";
  return `${asked}${textParagraphs(writing, statement)}${groundLine(writing, statement, style)}${notes}`;
}

function textParagraphs(writing: Writing, statement: StatementShown): string {
  const lines = statement.paragraphs.length > 0 ? statement.paragraphs : [[]];
  return lines
    .map((line, at) => {
      const text = `${tab}${inlines(writing, line, statement.language)}`;
      const flag = at === lines.length - 1 ? flagMark(writing, statement.flag) : "";
      return paragraph("Statement", `${at === 0 ? numberOf(statement) : ""}${text}${flag}`);
    })
    .join("");
}

function numberOf({ code, anchor, repeats }: StatementShown): string {
  if (repeats) return link(`#${anchor}`, "StatementNumber", words(code));
  return place(anchor, element("text:span", { "text:style-name": "StatementNumber" }, words(code)));
}

function groundLine(writing: Writing, { grounds, repeats }: StatementShown, style: string): string {
  const line =
    grounds.length === 0
      ? passage(writing, { bold: true, colour: colours.rust }, words(word(writing, "no-grounds")))
      : `${words(word(writing, grounds.length === 1 ? "ground" : "grounds"))} ${chips(writing, grounds)}`;
  return paragraph(style, repeats ? `${line}${words(` · ${word(writing, "repeated")} ${repeats.label}`)}` : line);
}

function noteParagraphs(writing: Writing, statement: StatementShown): string {
  const { addressedTo, confidence, limitations, contradictionAnswer, repeats } = statement;
  if (repeats) return "";
  const short = [
    ...(addressedTo ? [noteOf(writing, "addressed-to", words(addressedTo))] : []),
    ...(confidence ? [noteOf(writing, "confidence", words(confidence))] : []),
    ...(limitations.length > 0 ? [noteOf(writing, "limitations", words(limitations.map((each) => `L${each}`).join(", ")))] : []),
  ];
  const answer = contradictionAnswer
    ? [noteOf(writing, "contradiction-answer", inlines(writing, contradictionAnswer, writing.document.language))]
    : [];
  return [...(short.length > 0 ? [short.join(" · ")] : []), ...answer].map((inner) => paragraph("StatementNote", inner)).join("");
}

const noteOf = (writing: Writing, key: string, inner: string) =>
  `${passage(writing, { bold: true }, words(`${word(writing, key)}:`))} ${inner}`;
