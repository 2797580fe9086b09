import { DataTable } from "./data-table";
import { EmptyState } from "./empty-state";
import type { Examples } from "./example";
import { Sheet } from "./sheet";
import { StatusTag } from "./status-tag";

export const examples: Examples = {
  "sources, by title": (
    <Sheet title="Sources" flush>
      <DataTable
        caption="Sources"
        rows={[
          { code: "S01", title: "Dues of 2020", year: 2020, cited: 4 },
          { code: "S02", title: "Leases in small ports, a comparison of twelve harbours over ten years", year: 2021, cited: 0 },
        ]}
        rowKey={(row) => row.code}
        sorting={{ key: "title", descending: false }}
        columns={[
          { key: "code", head: "Code", cell: (row) => row.code, sortable: true },
          { key: "title", head: "Title", cell: (row) => <a href={`#${row.code}`}>{row.title}</a>, sortable: true, narrow: "title" },
          { key: "year", head: "Year", cell: (row) => row.year, align: "right", sortable: true },
          { key: "state", head: "State", cell: (row) => <StatusTag state={row.cited ? "read" : "not-read"} /> },
          { key: "cited", head: "Cited", cell: (row) => row.cited, align: "right", narrow: "named" },
        ]}
      />
    </Sheet>
  ),
  "no rows": (
    <DataTable
      caption="Sources"
      rows={[]}
      rowKey={() => ""}
      columns={[{ key: "code", head: "Code", cell: () => "" }]}
      empty={<EmptyState title="No sources yet." />}
    />
  ),
};
