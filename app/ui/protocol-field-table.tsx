import { useTranslations } from "use-intl";
import { pieceEntry } from "~/domain/forms/read-answer";
import type { RowValue } from "~/domain/forms/values";
import { textIn } from "~/domain/local-text";
import type { AnswerOf } from "~/domain/protocol/fields";
import type { FieldBase } from "./field";
import { type Piece, piecesOf } from "./protocol-field-cells";
import type { ProtocolFieldSetting, Typed } from "./protocol-field-setting";
import { TableField } from "./table-field";

interface ProtocolTableProps {
  answer: AnswerOf<"table">;
  base: FieldBase;
  value: unknown;
  setting: ProtocolFieldSetting;
  typed: Typed | undefined;
}

/** A table of the protocol: fixed rows, or rows that are added. A cell that holds several things has a column for each. */
export function ProtocolTable({ answer, base, value, setting, typed }: ProtocolTableProps) {
  const t = useTranslations("protocolField");
  const rows = (value as RowValue[] | undefined) ?? [];
  const pieces = answer.columns.flatMap((column) =>
    piecesOf(column, setting, longest(rows, column.key), {
      amount: t("amount"),
      currency: t("currency"),
      explanation: t("explanation"),
      ticked: t("ticked"),
    }),
  );
  const fixed = answer.rows?.map(({ key, label }) => ({ key, label: textIn(label, setting.language, setting.fallbackOrder) }));
  const byRow = fixed ? fixed.map(({ key }) => rows.find((row) => row.row === key)) : rows;
  const entry = (row: string, key: string) =>
    pieceEntry(base.name, row) + "." + (pieces.find(({ column }) => column.key === key)?.end ?? key);
  const stored = byRow.map((row) =>
    Object.fromEntries(pieces.map(({ column, read }) => [column.key, read(row?.cells[columnOf(column.key)])])),
  );
  const values = typed
    ? typedRows(
        fixed?.map(({ key }) => key),
        pieces,
        entry,
        typed,
      )
    : stored;
  return (
    <TableField
      {...base}
      columns={pieces.map(({ column }) => column)}
      rows={fixed}
      values={values}
      cellName={entry}
      cellError={typed?.error}
    />
  );
}

/** The column of the protocol that a column on the screen belongs to. */
function columnOf(key: string): string {
  return key.split("#")[0] ?? key;
}

function typedRows(
  fixed: readonly string[] | undefined,
  pieces: readonly Piece[],
  entry: (row: string, key: string) => string,
  typed: Typed,
) {
  const rowAt = (row: string) => Object.fromEntries(pieces.map(({ column }) => [column.key, typed.value(entry(row, column.key))]));
  if (fixed) return fixed.map(rowAt);
  const rows = Array.from({ length: 200 }, (_, place) => rowAt(String(place)));
  const last = rows.findLastIndex((row) => Object.values(row).some((text) => text !== undefined && text !== ""));
  return rows.slice(0, last + 1);
}

/** The most that a cell of this column holds: every stored text or reference has a field, and one more can be added. */
function longest(rows: readonly RowValue[], key: string): number {
  return Math.max(0, ...rows.map(({ cells }) => (Array.isArray(cells[key]) ? cells[key].length : 0))) + 1;
}
