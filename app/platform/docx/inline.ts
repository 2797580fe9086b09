import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  TextRun,
  UnderlineType,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { GroundShown, Inline } from "~/domain/document/model";
import { colours, fonts } from "~/platform/docx/look";
import { addFootnote, word, wordLanguage, type Writing } from "~/platform/docx/writing";

type RunLook = Pick<IRunOptions, "bold" | "color" | "size" | "font" | "italics">;

/** A line of the document as runs of a paragraph; `language` is the paragraph's. */
export function runs(writing: Writing, line: readonly Inline[], language: string, look: RunLook = {}): ParagraphChild[] {
  return line.flatMap((each): ParagraphChild[] => {
    switch (each.kind) {
      case "text":
        return [textRun(each, each.language ?? language, look)];
      case "break":
        return [new TextRun({ break: 1 })];
      case "footnote":
        return [new FootnoteReferenceRun(addFootnote(writing, each.text))];
      case "ground":
        return [new TextRun({ text: "\u00a0[", ...chipLook }), chip(writing, each.ground), new TextRun({ text: "]", ...chipLook })];
      case "reference":
        return [new InternalHyperlink({ anchor: each.to, children: [new TextRun({ ...look, text: each.text, color: colours.blue })] })];
    }
  });
}

const chipLook = { font: fonts.sans, size: 16, color: colours.ochreText } as const;

/** The pattern of the ground line, one segment per ground: solid supports, waved contradicts, dotted gives context. */
const segment = {
  supports: { underline: { type: UnderlineType.THICK, color: colours.ochre }, color: colours.ochreText },
  contradicts: { underline: { type: UnderlineType.WAVYHEAVY, color: colours.rust }, color: colours.rust },
  context: { underline: { type: UnderlineType.DOTTED, color: colours.ochre }, color: colours.ochreText },
} as const;

/** A ground as a link to where it is described: its code, and in words how it bears where it does not support. */
export function chip(writing: Writing, ground: GroundShown): ParagraphChild {
  const bearing = ground.relation === "supports" ? "" : `\u00a0${word(writing, ground.relation)}`;
  return new InternalHyperlink({
    anchor: ground.to,
    children: [new TextRun({ text: `${ground.code}${bearing}`, font: fonts.sans, size: 16, ...segment[ground.relation] })],
  });
}

/** The grounds of a statement in square brackets. */
export function chips(writing: Writing, grounds: readonly GroundShown[]): ParagraphChild[] {
  return [
    new TextRun({ text: "[", ...chipLook }),
    ...grounds.flatMap((ground, at) =>
      at > 0 ? [new TextRun({ text: ", ", ...chipLook }), chip(writing, ground)] : [chip(writing, ground)],
    ),
    new TextRun({ text: "]", ...chipLook }),
  ];
}

function textRun(inline: Extract<Inline, { kind: "text" }>, language: string, look: RunLook): ParagraphChild {
  const run = {
    ...look,
    text: inline.text,
    ...(inline.strong ? { bold: true } : {}),
    ...(inline.em ? { italics: true } : {}),
    language: { value: wordLanguage(language) },
  };
  if (!inline.href) return new TextRun(run);
  return new ExternalHyperlink({ link: inline.href, children: [new TextRun({ ...run, style: "Hyperlink" })] });
}
