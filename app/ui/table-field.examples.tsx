import type { Examples } from "./example";
import { TableField } from "./table-field";

export const examples: Examples = {
  "rows that people add": (
    <TableField
      name="funders"
      label="Who pays"
      columns={[
        { key: "name", label: "Name", type: "text" },
        { key: "amount", label: "Amount", type: "number", unit: "EUR" },
        { key: "since", label: "Since", type: "date" },
        { key: "public", label: "Public", type: "yes-no-unknown" },
      ]}
      values={[{ name: "Province", amount: "1200", public: "yes" }]}
    />
  ),
  "fixed rows": (
    <TableField
      name="years"
      label="Calls per year"
      rows={[
        { key: "2020", label: "2020" },
        { key: "2021", label: "2021" },
      ]}
      columns={[
        { key: "calls", label: "Calls", type: "number" },
        { key: "note", label: "Note", type: "long" },
        { key: "kind", label: "Kind", type: "choice", options: [{ value: "a", label: "Estimate" }] },
      ]}
      error="Fill in the calls of 2021"
    />
  ),
};
