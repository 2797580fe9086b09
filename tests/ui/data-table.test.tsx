import { describe, expect, it } from "vitest";
import { DataTable } from "~/ui/data-table";
import { readMarkup, tagsOf } from "./markup";
import { renderOnServer } from "./render";

const table = (key: string, descending: boolean) => (
  <DataTable
    caption="Actors"
    rows={[{ facts: 3, unsourced: 1 }]}
    rowKey={() => "1"}
    sorting={{ key, descending }}
    columns={[
      { key: "code", head: "Code", cell: () => "O1", sortable: true },
      {
        ...{ key: "facts", head: "Facts", sortable: true, also: { key: "unsourced", head: "Without source" } },
        cell: ({ facts, unsourced }) => `${facts}, ${unsourced}`,
      },
    ]}
  />
);

describe("a column with a second figure", () => {
  it.each([
    ["code", false, ["ascending", "none"], ["?sort=-code", "?sort=facts", "?sort=unsourced"]],
    ["facts", true, ["none", "descending"], ["?sort=code", "?sort=facts", "?sort=unsourced"]],
    ["unsourced", false, ["none", "ascending"], ["?sort=code", "?sort=facts", "?sort=-unsourced"]],
  ])("can be sorted by either: by %s", async (key, descending, orders, links) => {
    const tags = readMarkup(await renderOnServer(table(key, descending), "en", "/"));
    const heads = tagsOf(tags, "th").filter(({ attributes }) => attributes.get("scope") === "col");
    expect(heads.map(({ attributes }) => attributes.get("aria-sort"))).toEqual(orders);
    const found = tagsOf(tags, "a");
    expect(found.map(({ attributes }) => attributes.get("href")?.replace(/^\//u, ""))).toEqual(links);
    const current = found.filter(({ attributes }) => attributes.get("aria-current") === "true");
    expect(current.map(({ attributes }) => attributes.get("href")?.replace(/^\/?\?sort=-?/u, ""))).toEqual([key]);
  });
});
