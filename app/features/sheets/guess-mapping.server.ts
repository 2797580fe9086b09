import { cellText, isEmptyCell, type Rows } from "~/domain/sheets/cell";
import { type ColumnTarget, guessColumns, knowsHead } from "~/domain/sheets/columns";
import { foldName } from "~/domain/sheets/fold-name";
import { guessHeader } from "~/domain/sheets/header";
import { type MappedColumn, mappingFromStored, type SheetMapping } from "~/domain/sheets/mapping";
import { guessNumbers, type NumberFormat } from "~/domain/sheets/numbers";
import type { Db } from "~/platform/db.server";
import { sha256 } from "~/platform/sha256.server";
import type { SheetKind } from "~/platform/sheet-kind";

/** The heads of the columns, in the row that holds them. */
export function headsOf(rows: Rows, header: number): string[] {
  return (rows[header] ?? []).map((cell) => cellText(cell));
}

/** The cells of a column below the heads that are text. */
export function textsOfColumn(rows: Rows, header: number, column: number): string[] {
  return rows.slice(header + 1).flatMap((row) => {
    const cell = row[column];
    return typeof cell === "string" && !isEmptyCell(cell) ? [cell] : [];
  });
}

/** The part of a mapping that hangs on the heads: the row that is given for them, else the one that looks most like it, and what each column seems to hold. */
export function guessMapping(rows: Rows, { targets }: SheetKind, given: number | null): Pick<SheetMapping, "header" | "heads" | "columns"> {
  const header = given ?? guessHeader(rows, knowsHead(targets));
  const heads = headsOf(rows, header);
  const columns = guessColumns(heads, targets).map(({ target, asOf }, at): MappedColumn => {
    const held = targets.find(({ key }) => key === target);
    const numbers = held?.numeric ? numbersIn(textsOfColumn(rows, header, at), held) : null;
    return { target, numbers, currency: null, asOf: asOf || null };
  });
  return { header, heads: sha256(heads.map(foldName).join("\n")), columns };
}

/** How the numbers of a column are written, where they tell. */
function numbersIn(texts: readonly string[], { whole }: ColumnTarget): NumberFormat | null {
  const { format, ambiguous } = guessNumbers(texts);
  if (format !== null || ambiguous === null || !whole) return format;
  return ambiguous.includes(".") ? "comma" : "point";
}

/** What the columns held the last time that this person brought in a sheet with the same heads; null when there was none. */
export async function rememberedMapping(
  db: Db,
  kind: SheetKind,
  userId: string,
  { heads, columns }: Pick<SheetMapping, "heads" | "columns">,
): Promise<Pick<SheetMapping, "columns" | "language" | "fill"> | null> {
  const rows = await db.sheetImport.findMany({
    where: { assessmentId: kind.assessment.id, kind: kind.kind, byId: userId, mapping: { contains: `"heads":"${heads}"` } },
    orderBy: { number: "desc" },
    take: 5,
    select: { mapping: true },
  });
  const known = new Set(["", ...kind.targets.map(({ key }) => key)]);
  const found = rows
    .map(({ mapping }) => mappingFromStored(mapping))
    .find((one) => one.settled && one.columns.length === columns.length && one.columns.every(({ target }) => known.has(target)));
  return found ? { columns: found.columns, language: found.language, fill: found.fill } : null;
}
