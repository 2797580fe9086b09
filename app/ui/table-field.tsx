import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import type { ControlProps, FieldBase } from "./field";
import { FieldGroup } from "./field";
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
}

/** A row that the protocol fixes. */
export interface FixedRow {
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
}

/**
 * A table with typed columns. The field of a cell is named `<name>.<row>.<column>`, the row being its key or, for rows
 * that a person adds, its place from 0. A row that is empty in every column is left out by the schema.
 */
export function TableField({ columns, values = [], rows, spare = 2, cellName, ...field }: TableFieldProps) {
  const t = useTranslations("ui.form");
  const [count, setCount] = useState(values.length + (field.readOnly ? 0 : spare));
  const shown: readonly FixedRow[] =
    rows ?? Array.from({ length: count }, (_, place) => ({ key: String(place), label: t("row", { number: place + 1 }) }));
  return (
    <FieldGroup {...field}>
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
                          name={cellName?.(row.key, column.key) ?? `${field.name}.${row.key}.${column.key}`}
                          readOnly={field.readOnly}
                          control={cellControl(control, place, at)}
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

function cellControl(control: ControlProps, row: number, column: number): ControlProps {
  return row === 0 && column === 0 ? control : { id: `${control.id}-${row + 1}-${column + 1}`, className: "in" };
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
  control: ControlProps;
}

function Cell({ column, name, value, label, readOnly, control }: CellProps) {
  const t = useTranslations("ui.form");
  const shared = { ...control, name, "aria-label": label, defaultValue: value };
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
      placeholder={column.type === "date" ? t("datePattern") : undefined}
    />
  );
}
