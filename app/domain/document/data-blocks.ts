import { colophonBlock } from "~/domain/document/colophon";
import { fingerprint } from "~/domain/document/fingerprint";
import { sectionReference, type Assembly } from "~/domain/document/assembly";
import type { ApprovalContent, DataPiece } from "~/domain/document/content";
import { groupedBy } from "~/domain/document/grouped-by";
import { plainInline } from "~/domain/document/inline";
import type { Block, Inline, TableCell } from "~/domain/document/model";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { remarkBlocks } from "~/domain/document/remark-blocks";
import { cellLines, wordingLine, wordingText } from "~/domain/document/wording";

/** What a section shows straight from the records, as blocks. `depth` is the level of the section. */
export function dataBlocks(assembly: Assembly, pieces: readonly DataPiece[], depth: number): Block[] {
  return pieces.flatMap((piece) => (piece.piece === "remarks" ? remarkBlocks(assembly) : [dataBlock(assembly, piece, depth)]));
}

function dataBlock(assembly: Assembly, piece: Exclude<DataPiece, { piece: "remarks" }>, depth: number): Block {
  const { language } = assembly;
  switch (piece.piece) {
    case "heading":
      return { kind: "heading", language, level: Math.min(6, depth + 1), content: wordingLine(assembly, piece.text) };
    case "paragraph":
      return { kind: "paragraph", language, content: spaced(cellLines(assembly, piece.text)) };
    case "list":
      return {
        kind: "list",
        language,
        list: { ordered: false, items: piece.items.map((item) => ({ content: spaced(cellLines(assembly, item)), lists: [] })) },
      };
    case "table":
      return tableBlock(assembly, piece);
    case "picture":
      return pictureBlock(assembly, piece);
    case "colophon":
      return colophonBlock(assembly);
    case "register":
      return { kind: "register", language };
    case "approvals":
      return approvalsBlock(assembly);
  }
}

/** A drawing; its numbers stand in the table after it. */
function pictureBlock({ say, language, content }: Assembly, { picture }: Extract<DataPiece, { piece: "picture" }>): Block {
  const words = pictureWords(say, language, [content.originalLanguage]);
  return { kind: "picture", language, picture: drawPicture(picture, words).picture };
}

function tableBlock(assembly: Assembly, piece: Extract<DataPiece, { piece: "table" }>): Block {
  return {
    kind: "table",
    language: assembly.language,
    caption: wordingText(assembly, piece.caption),
    ...(piece.widths ? { widths: [...piece.widths] } : {}),
    head: piece.columns.map((column) => headCell(wordingLine(assembly, column))),
    rows: piece.rows.map(({ depth, cells }) =>
      cells.map((cell, at): TableCell => ({
        lines: cellLines(assembly, cell),
        ...(at === 0 ? { header: true as const } : {}),
        ...(at === 0 && depth > 0 ? { indent: depth } : {}),
      })),
    ),
  };
}

const headCell = (line: Inline[]): TableCell => ({ lines: [line], header: true });

/** Which section was approved by whom, when, in which sentence and over which content; sections without a sign-off are named too. */
function approvalsBlock(assembly: Assembly): Block {
  const bySection = groupedBy(assembly.content.approvals, (approval) => approval.sectionId);
  const rows = assembly.sections.flatMap((section) => {
    if (section.signOff === "not-needed") return [];
    const name = [sectionReference(assembly, section)];
    const approvals = bySection.get(section.id) ?? [];
    if (approvals.length === 0)
      return [[{ lines: [name], header: true as const }, plainCell(assembly.say("approval-missing")), plainCell(""), plainCell("")]];
    return approvals.map((approval) => approvalRow(assembly, name, approval));
  });
  return {
    kind: "table",
    language: assembly.language,
    caption: assembly.say("approvals-caption"),
    widths: [14, 26, 34, 26],
    head: ["approval-section", "approval-by", "approval-meaning", "approval-digests"].map((key) =>
      headCell(plainInline(assembly.say(key))),
    ),
    rows,
  };
}

function approvalRow(assembly: Assembly, name: Inline[], approval: ApprovalContent): TableCell[] {
  const held = approval.holds ? [] : [plainInline(assembly.say("approval-stale"))];
  return [
    { lines: [name], header: true },
    {
      lines: [
        plainInline(approval.name),
        plainInline(assembly.say("approval-at", { at: approval.at, version: approval.sectionVersion })),
        ...held,
      ],
    },
    plainCell(approval.meaning),
    {
      lines: [
        plainInline(`${assembly.say("digest-content")} ${fingerprint(approval.contentDigest)}`),
        plainInline(`${assembly.say("digest-evidence")} ${fingerprint(approval.evidenceDigest)}`),
      ],
    },
  ];
}

const plainCell = (text: string): TableCell => ({ lines: [plainInline(text)] });

/** The wordings of a paragraph or an item, with a space between. */
function spaced(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, at) => (at > 0 ? [{ kind: "text" as const, text: " " }, ...line] : line));
}
