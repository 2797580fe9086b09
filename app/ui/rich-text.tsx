import type { ReactNode } from "react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import type { Block, BlockDocument, BoundFigure, Inline, List, ReferenceTarget, Table, TextMark } from "~/domain/text/document";
import { inlineOf } from "~/domain/text/inline-of";
import { textPlaces } from "~/domain/text/text-places";
import { MarkedText, usePassages, type PlacedMarks } from "./passages";

export interface RichTextProps {
  doc: BlockDocument;
  /** Unique on the page, e.g. made of the block's id; anchors of notes begin with it. */
  id: string;
  lang?: string | undefined;
  /** What stands for a citation: a chip that leads to the evidence, or a word where it can't be shown. */
  citation?: ((linkId: string) => ReactNode) | undefined;
  /** What stands for a cross reference, and for a figure; without it a reference is left out and a figure is as the text says it. */
  reference?: ((target: ReferenceTarget) => ReactNode) | undefined;
  figure?: ((figure: BoundFigure) => ReactNode) | undefined;
  /** The number of the first note, where notes are numbered over several blocks. */
  firstNote?: number | undefined;
  /** Notes stand below the text, or the page shows them itself with `RichTextNotes`. */
  notes?: "below" | "elsewhere" | undefined;
}

type Drawing = {
  id: string;
  numberOf: (node: Inline) => number;
  citation: (linkId: string) => ReactNode;
  reference: (target: ReferenceTarget) => ReactNode;
  figure: (figure: BoundFigure) => ReactNode;
  noteLabel: (n: number) => string;
  tableLabel: string;
  passages: PlacedMarks | null;
};

/** A document as it reads. Everything in it is shown as typed. */
export function RichText({ doc, id, lang, citation = () => null, firstNote = 1, notes = "below", ...atoms }: RichTextProps) {
  const t = useTranslations("editor");
  const noted = inlineOf(doc).filter((node) => node.type === "footnote");
  const passages = usePassages(id, lang);
  const drawing: Drawing = {
    id,
    citation,
    reference: atoms.reference ?? (() => null),
    figure: atoms.figure ?? (({ shown }) => shown),
    numberOf: (node) => noted.findIndex((each) => each === node) + firstNote,
    noteLabel: (number) => t("noteNumber", { number }),
    tableLabel: t("tableName"),
    passages: passages && { marks: passages.marks, places: textPlaces(doc) },
  };
  return (
    <div className="rich" lang={lang} data-passages={passages?.key}>
      {doc.content.map((block, at) => (
        <Fragment key={at}>{drawBlock(block, drawing)}</Fragment>
      ))}
      {notes === "below" && <RichTextNotes doc={doc} id={id} firstNote={firstNote} />}
    </div>
  );
}

/** The notes of a document with the way back to where each was called; nothing when it has none. */
export function RichTextNotes({ doc, id, lang, firstNote = 1 }: Pick<RichTextProps, "doc" | "id" | "lang" | "firstNote">) {
  const t = useTranslations("editor");
  const noted = inlineOf(doc).filter((node) => node.type === "footnote");
  if (noted.length === 0) return null;
  return (
    <ol className="notes" start={firstNote} lang={lang}>
      {noted.map((node, at) => (
        <li key={at} id={`${id}-note-${firstNote + at}`}>
          {node.attrs.text}{" "}
          <a href={`#${id}-call-${firstNote + at}`} aria-label={t("backToText", { number: firstNote + at })}>
            ↩
          </a>
        </li>
      ))}
    </ol>
  );
}

function drawBlock(block: Block, drawing: Drawing): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p>{drawInline(block.content, drawing)}</p>;
    case "heading": {
      const Heading = `h${block.attrs.level}` as const;
      return <Heading>{drawInline(block.content, drawing)}</Heading>;
    }
    case "table":
      return drawTable(block, drawing);
    default:
      return drawList(block, drawing);
  }
}

function drawList(list: List, drawing: Drawing): ReactNode {
  const Tag = list.type === "bullet_list" ? "ul" : "ol";
  return (
    <Tag>
      {list.content.map(({ content: [first, ...below] }, at) => (
        <li key={at}>
          {drawInline(first.content, drawing)}
          {below.map((each, number) => (
            <Fragment key={number}>{drawList(each, drawing)}</Fragment>
          ))}
        </li>
      ))}
    </Tag>
  );
}

function drawTable(table: Table, drawing: Drawing): ReactNode {
  const isHead = (row: Table["content"][number]) => row.content.every((cell) => cell.type === "table_header");
  return (
    <div className="rich-table" role="region" aria-label={drawing.tableLabel} tabIndex={0}>
      <table>
        <tbody>
          {table.content.map((row, at) => (
            <tr key={at}>
              {row.content.map((cell, column) =>
                cell.type === "table_header" ? (
                  <th key={column} scope={isHead(row) ? "col" : "row"}>
                    {drawInline(cell.content, drawing)}
                  </th>
                ) : (
                  <td key={column}>{drawInline(cell.content, drawing)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawInline(content: readonly Inline[] = [], drawing: Drawing): ReactNode {
  return content.map((node, at) => <Fragment key={at}>{drawNode(node, drawing)}</Fragment>);
}

function drawNode(node: Inline, drawing: Drawing): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(drawMark, textOf(node, drawing));
    case "hard_break":
      return <br />;
    case "citation":
      return drawing.citation(node.attrs.linkId);
    case "reference":
      return drawing.reference(node.attrs);
    case "figure":
      return drawing.figure(node.attrs);
    case "footnote": {
      const number = drawing.numberOf(node);
      return (
        <sup id={`${drawing.id}-call-${number}`}>
          <a href={`#${drawing.id}-note-${number}`} aria-label={drawing.noteLabel(number)}>
            {number}
          </a>
        </sup>
      );
    }
  }
}

function textOf(node: Extract<Inline, { type: "text" }>, { passages }: Drawing): ReactNode {
  if (!passages) return node.text;
  return <MarkedText text={node.text} at={passages.places.get(node) ?? 0} marks={passages.marks} />;
}

function drawMark(inner: ReactNode, mark: TextMark): ReactNode {
  switch (mark.type) {
    case "link":
      return (
        <a href={mark.attrs.href} rel="noopener noreferrer">
          {inner}
        </a>
      );
    case "strong":
      return <strong>{inner}</strong>;
    case "em":
      return <em>{inner}</em>;
  }
}
