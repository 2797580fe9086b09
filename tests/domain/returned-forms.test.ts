import { describe, expect, it } from "vitest";
import { mostItems, returnedForms } from "~/features/returned-files/schema";
import en from "~/locales/en/problems.json";
import nl from "~/locales/nl/problems.json";
import { newId } from "~/platform/ids.server";
import { type Fields, keptFields } from "~/platform/read-form.server";

describe("the form of a returned file", () => {
  it("may tick everything that is kept of one file, and brings no more fields than a form may", () => {
    const item = Array.from({ length: mostItems }, (_, at) => String(at + 1));
    const rest: Fields = [
      ["id", newId(new Date(0))],
      ["version", "1"],
      ["intent", "take"],
    ];
    const ticks = item.map((number): Fields[number] => ["item", number]);
    expect(keptFields([...rest, ...ticks])).toHaveLength(mostItems + 3);
    const read = returnedForms.parse({ ...Object.fromEntries(rest), item });
    expect(read).toMatchObject({ intent: "take", item: item.map(Number) });
  });

  it("says how much that is where a file brings more", () => {
    const said = new Intl.NumberFormat("en").format(mostItems);
    expect(en["returned-too-many"]).toContain(`More than ${said} `);
    expect(nl["returned-too-many"]).toContain(`meer dan ${said} `);
  });
});
