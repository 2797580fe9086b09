import type { Cell, DataPiece, Row, Wording } from "~/domain/document/content";
import type { DataTable, DataWords } from "~/domain/evidence/data-table";
import type { Protocol } from "~/domain/protocol/schema";
import type { DataReference } from "~/domain/sections/data-reference";
import { dataBlockValues } from "~/platform/data-blocks.server";
import type { Db } from "~/platform/db.server";
import type { StudyDocument } from "~/platform/evidence-graph.server";

/** What a data block shows in the document. The colophon, the register, the approvals and the remarks are made by the document itself, from all that it cites. */
export async function dataPieces(
  db: Db,
  study: { assessment: { id: string }; protocol: Protocol },
  reference: DataReference,
  known: StudyDocument,
): Promise<DataPiece[]> {
  if (reference.block === "colophon") return [{ piece: "colophon" }];
  if (reference.block === "evidence-register") return [{ piece: "register" }];
  if (reference.block === "approvals") return [{ piece: "approvals" }];
  if (reference.block === "remarks") return [{ piece: "remarks" }];
  const tables = await dataBlockValues(db, study, reference, known);
  const pieces = tables.flatMap((table) => (table.picturesOnly ? drawnOf(table) : piecesOfTable(table)));
  return pieces.length > 0 ? pieces : [{ piece: "paragraph", text: [{ say: "data-empty" }] }];
}

/** A table without the columns in which no row has anything; a matrix of ratings without the subjects that nobody judged. */
function piecesOfTable(given: DataTable): DataPiece[] {
  const table =
    given.block === "ratings" ? { ...given, rows: given.rows.filter(({ cells }) => cells.slice(2).some((cell) => cell !== null)) } : given;
  const notes = table.notes.map((note): DataPiece => ({ piece: "paragraph", text: [wordingOf(note)] }));
  if (table.rows.length === 0) return notes.length > 0 ? notes : [{ piece: "paragraph", text: [{ say: "data-empty" }] }];
  const filled = table.columns.map((_, at) => at).filter((at) => table.rows.some((row) => (row.cells[at] ?? null) !== null));
  const rows = table.rows.map((row): Row => ({
    depth: row.depth,
    cells: filled.map((at) => cellOf(row.cells[at] ?? null, row.below?.[at] ?? null)),
  }));
  const columns = table.columns.filter((_, at) => filled.includes(at)).map((column) => wordingOf(column.label));
  const widths = table.widths && filled.length === table.columns.length ? { widths: table.widths } : {};
  return [...drawnOf(table), { piece: "table", caption: wordingOf(table.caption), columns, rows, ...widths }, ...notes];
}

const drawnOf = ({ pictures = [] }: DataTable) => pictures.map((picture): DataPiece => ({ piece: "picture", picture }));

function cellOf(words: DataWords | null, below: DataWords | null): Cell {
  return [words, below].flatMap((line) => (line === null ? [] : [wordingOf(line)]));
}

function wordingOf(words: DataWords): Wording {
  if ("text" in words) return { local: words.text };
  if ("plain" in words) return { plain: words.plain };
  if ("runs" in words) return { runs: words.runs };
  return { say: `data.${words.key}`, ...(words.values ? { values: words.values } : {}) };
}
