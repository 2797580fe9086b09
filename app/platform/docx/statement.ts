import { Bookmark, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from "docx";
import type { StatementShown } from "~/domain/document/model";
import { flagRuns, chips, runs } from "~/platform/docx/inline";
import { colours, fonts } from "~/platform/document-look";
import { word } from "~/platform/document-locale";
import { tab, type Writing } from "~/platform/docx/writing";

/** A statement: number in the margin column, text, ground line, and what belongs to it. Its number is the bookmark, at its home only. */
export function statementParagraphs(writing: Writing, statement: StatementShown): Paragraph[] {
  const notes = noteParagraphs(writing, statement);
  return [
    ...questionParagraph(writing, statement),
    ...textParagraphs(writing, statement),
    groundLine(writing, statement, notes.length > 0),
    ...notes,
  ];
}

function questionParagraph(writing: Writing, { question, repeats }: StatementShown): Paragraph[] {
  if (!question || repeats) return [];
  return [new Paragraph({ style: "Caption", children: runs(writing, question, writing.document.language) })];
}

function textParagraphs(writing: Writing, statement: StatementShown): Paragraph[] {
  const lines = statement.paragraphs.length > 0 ? statement.paragraphs : [[]];
  return lines.map((line, at) => {
    const text = runs(writing, line, statement.language);
    const children = at === 0 ? [number(statement), tab(), ...text] : [tab(), ...text];
    return new Paragraph({
      style: "Statement",
      children: at === lines.length - 1 ? [...children, ...flagRuns(writing, statement.flag)] : children,
    });
  });
}

function number(statement: StatementShown): ParagraphChild {
  const run = new TextRun({ text: statement.code, font: fonts.sans, bold: true, size: 20, color: colours.blue });
  if (statement.repeats) return new InternalHyperlink({ anchor: statement.anchor, children: [run] });
  return new Bookmark({ id: statement.anchor, children: [run] });
}

function groundLine(writing: Writing, statement: StatementShown, keepNext: boolean): Paragraph {
  const { grounds, repeats } = statement;
  const line: ParagraphChild[] =
    grounds.length === 0
      ? [new TextRun({ text: word(writing, "no-grounds"), color: colours.rust, bold: true })]
      : [new TextRun({ text: `${word(writing, grounds.length === 1 ? "ground" : "grounds")} ` }), ...chips(writing, grounds)];
  const home = repeats ? [new TextRun({ text: ` · ${word(writing, "repeated")} ${repeats.label}` })] : [];
  return new Paragraph({ style: "GroundLine", keepNext, children: [...line, ...home] });
}

function noteParagraphs(writing: Writing, statement: StatementShown): Paragraph[] {
  if (statement.repeats) return [];
  const note = (label: string, children: ParagraphChild[]) => [new TextRun({ text: `${label}: `, bold: true }), ...children];
  const short = [
    ...(statement.addressedTo ? [note(word(writing, "addressed-to"), [new TextRun({ text: statement.addressedTo })])] : []),
    ...(statement.confidence ? [note(word(writing, "confidence"), [new TextRun({ text: statement.confidence })])] : []),
    ...(statement.limitations.length > 0
      ? [note(word(writing, "limitations"), [new TextRun({ text: statement.limitations.map((each) => `L${each}`).join(", ") })])]
      : []),
  ];
  const paragraph = (children: ParagraphChild[]) => new Paragraph({ style: "StatementNote", children });
  return [
    ...(short.length > 0 ? [paragraph(short.flatMap((each, at) => (at > 0 ? [new TextRun({ text: " · " }), ...each] : each)))] : []),
    ...(statement.contradictionAnswer
      ? [paragraph(note(word(writing, "contradiction-answer"), runs(writing, statement.contradictionAnswer, writing.document.language)))]
      : []),
  ];
}
