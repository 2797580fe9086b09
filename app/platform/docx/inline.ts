import {
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InsertedTextRun,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { GroundShown, Inline } from "~/domain/document/model";
import { colours, groundStyles } from "~/platform/document-look";
import { word } from "~/platform/document-locale";
import { addFootnote, noTime, otherLanguage, type Writing } from "~/platform/docx/writing";

type RunLook = Pick<IRunOptions, "bold" | "color" | "size" | "font" | "italics">;

/** A line of the document as runs of a paragraph; `language` is the paragraph's. */
export function runs(writing: Writing, line: readonly Inline[], language: string, look: RunLook = {}): ParagraphChild[] {
  return line.flatMap((each): ParagraphChild[] => {
    switch (each.kind) {
      case "text":
        return [textRun(writing, each, each.language ?? language, look)];
      case "break":
        return [new TextRun({ break: 1 })];
      case "footnote":
        return [new FootnoteReferenceRun(addFootnote(writing, each.text))];
      case "ground":
        return [
          new TextRun({ text: "\u00a0[", style: groundStyles.plain }),
          chip(writing, each.ground),
          new TextRun({ text: "]", style: groundStyles.plain }),
        ];
      case "reference":
        return [new InternalHyperlink({ anchor: each.to, children: [new TextRun({ ...look, text: each.text, color: colours.blue })] })];
    }
  });
}

/** A ground as a link to where it is described: its code, and in words how it bears where it does not support. */
function chip(writing: Writing, ground: GroundShown): ParagraphChild {
  const bearing = ground.relation === "supports" ? "" : `\u00a0${word(writing, ground.relation)}`;
  const run = changedRun(writing, { text: `${ground.code}${bearing}`, style: groundStyles[ground.relation] }, ground.change);
  return ground.change === "deleted" ? run : new InternalHyperlink({ anchor: ground.to, children: [run] });
}

/** A run as it is, or as a change that a word processor keeps track of and can take back. */
export function changedRun(writing: Writing, run: IRunOptions, change: "inserted" | "deleted" | undefined): ParagraphChild {
  if (change === undefined) return new TextRun(run);
  const tracked = { ...run, id: (writing.changes.count += 1), author: "Grondslag", date: noTime };
  return change === "inserted" ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
}

/** The grounds of a statement in square brackets. */
export function chips(writing: Writing, grounds: readonly GroundShown[]): ParagraphChild[] {
  return [
    new TextRun({ text: "[", style: groundStyles.plain }),
    ...grounds.flatMap((ground, at) =>
      at > 0 ? [new TextRun({ text: ", ", style: groundStyles.plain }), chip(writing, ground)] : [chip(writing, ground)],
    ),
    new TextRun({ text: "]", style: groundStyles.plain }),
  ];
}

/** The language is said where it is not the document's own, which its styles say once. */
function textRun(writing: Writing, inline: Extract<Inline, { kind: "text" }>, language: string, look: RunLook): ParagraphChild {
  const run = {
    ...look,
    text: inline.text,
    ...(inline.strong ? { bold: true } : {}),
    ...(inline.em ? { italics: true } : {}),
    ...otherLanguage(writing, language),
  };
  if (inline.change || !inline.href) return changedRun(writing, run, inline.change);
  return new ExternalHyperlink({ link: inline.href, children: [new TextRun({ ...run, style: "Hyperlink" })] });
}

/** Says that a text stands here in its original language, and why. */
export function flagRuns(writing: Writing, flag: "untranslated" | "behind" | undefined): TextRun[] {
  return flag
    ? [
        new TextRun({
          text: ` [${word(writing, flag)}]`,
          italics: true,
          color: colours.rust,
          size: 17,
        }),
      ]
    : [];
}
