import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import type { ControlProps, FieldBase } from "./field";
import { FieldGroup, fieldId } from "./field";
import { useFieldError } from "./field-error";
import type { Option } from "./options";
import { SelectOptions } from "./select-field";
import { yesNoUnknown } from "./yes-no-unknown";

/** A column: its key in the name of its fields, its head, and what may stand in it. */
export interface TableColumn {
  key: string;
  label: string;
  type: "text" | "long" | "number" | "date" | "choice" | "yes-no-unknown";
  options?: readonly Option[] | undefined;
  unit?: string | undefined;
  /** How exact a date has to be: a day where it is not said. */
  precision?: "year" | "month" | "day" | undefined;
}

/** A row that the protocol fixes. */
interface FixedRow {
  key: string;
  label: string;
}

export interface TableFieldProps extends FieldBase {
  columns: readonly TableColumn[];
  /** Values per row, each by the key of its column. */
  values?: readonly Readonly<Record<string, string | undefined>>[] | undefined;
  /** With fixed rows nobody adds one, and `values` are in their order. */
  rows?: readonly FixedRow[] | undefined;
  spare?: number | undefined;
  /** The name of the field of a cell, where it isn't `<name>.<row>.<column>`. */
  cellName?: ((row: string, column: string) => string) | undefined;
  /** What is wrong in the cell whose field has that name. */
  cellError?: ((name: string) => string | undefined) | undefined;
}

/**
 * A table with typed columns. The field of a cell is named `<name>.<row>.<column>`, the row being its key or, for rows
 * that a person adds, its place from 0. A row that is empty in every column is left out by the schema.
 */
export function TableField({ columns, values = [], rows, spare = 2, cellName, cellError, ...field }: TableFieldProps) {
  const t = useTranslations("ui.form");
  const [count, setCount] = useState(values.length + (field.readOnly ? 0 : spare));
  const shown: readonly FixedRow[] =
    rows ?? Array.from({ length: count }, (_, place) => ({ key: String(place), label: t("row", { number: place + 1 }) }));
  const nameOf = (row: string, column: string) => cellName?.(row, column) ?? `${field.name}.${row}.${column}`;
  const names = shown.flatMap((row) => columns.map((column) => nameOf(row.key, column.key)));
  const named = Object.fromEntries(
    shown.flatMap((row) => columns.map((column) => [nameOf(row.key, column.key), `${column.label}, ${row.label}`])),
  );
  const wrong = names.find((name) => cellError?.(name) !== undefined);
  const error = field.error ?? (wrong && `${named[wrong]}: ${cellError?.(wrong)}`);
  return (
    <FieldGroup {...field} error={error} entries={names} named={named}>
      {(control) => (
        <>
          <div className="scroll">
            <table className="t fill">
              <TableHead columns={columns} corner={t("rowHead")} />
              <tbody>
                {shown.map((row, place) => (
                  <tr key={row.key}>
                    <th scope="row">{row.label}</th>
                    {columns.map((column, at) => (
                      <td key={column.key}>
                        <Cell
                          column={column}
                          value={values[place]?.[column.key]}
                          label={`${column.label}, ${row.label}`}
                          name={nameOf(row.key, column.key)}
                          readOnly={field.readOnly}
                          group={control}
                          id={cellId(control.id, names, place * columns.length + at)}
                          error={cellError?.(nameOf(row.key, column.key))}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {!rows && !field.readOnly && (
            <Button type="button" size="small" variant="quiet" icon="plus" script onClick={() => setCount(count + 1)}>
              {t("addRow")}
            </Button>
          )}
        </>
      )}
    </FieldGroup>
  );
}

/** The first cell has the id of the whole; each other that of its name, but where several columns share one. */
function cellId(id: string, names: readonly string[], place: number): string {
  const name = names[place] ?? "";
  if (place === 0) return id;
  return names.indexOf(name) === place ? fieldId(name) : `${id}-${place + 1}`;
}

/** The attributes of the control of a cell: what is wrong in it stands above the table. */
function cellControl(id: string, group: ControlProps, error: string | undefined): ControlProps {
  return error ? { ...group, id, "aria-invalid": true } : { id, className: "in" };
}

function TableHead({ columns, corner }: { columns: readonly TableColumn[]; corner: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {columns.map((column) => (
          <th key={column.key} scope="col">
            {column.label}
            {column.unit && ` (${column.unit})`}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps {
  column: TableColumn;
  name: string;
  value: string | undefined;
  label: string;
  readOnly: boolean | undefined;
  group: ControlProps;
  id: string;
  error: string | undefined;
}

function Cell({ column, name, value, label, readOnly, group, id, error }: CellProps) {
  const t = useTranslations("ui.form");
  const shared = { ...cellControl(id, group, useFieldError([name], error)), name, "aria-label": label, defaultValue: value };
  if (column.type === "long") return <textarea {...shared} rows={2} readOnly={readOnly} />;
  if (column.type === "choice" || column.type === "yes-no-unknown") {
    const options = column.options ?? yesNoUnknown.map((answer) => ({ value: answer, label: t(`yesNoUnknown.${answer}`) }));
    return (
      <select {...shared} disabled={readOnly}>
        <option value="">{t("choose")}</option>
        <SelectOptions options={options} />
      </select>
    );
  }
  const inputMode = column.type === "number" ? "decimal" : column.type === "date" ? "numeric" : undefined;
  return (
    <input
      {...shared}
      inputMode={inputMode}
      readOnly={readOnly}
      autoComplete="off"
      placeholder={column.type === "date" ? t(`datePatterns.${column.precision ?? "day"}`) : undefined}
    />
  );
}
