import { describe, expect, it } from "vitest";
import { passageFromPage } from "~/domain/sources/pdf-passage";

describe("words selected on a page of a PDF", () => {
  it.each([
    ["lines are joined", "Water is\nschaars in  \n de stad.", "Water is schaars in de stad."],
    ["a broken word is made whole", "De water-\nvoorziening", "De watervoorziening"],
    ["also at a soft hyphen", "De water\u00AD\nvoorziening", "De watervoorziening"],
    ["a hyphen before a capital stays", "Noord-\nHolland", "Noord-Holland"],
    ["a hyphen before a figure stays", "in 2019-\n2021", "in 2019-2021"],
    ["a hyphen within a line stays", "kosten-batenanalyse", "kosten-batenanalyse"],
    ["blanks at the ends go", " \n zo \n", "zo"],
    ["nothing stays nothing", " \n ", ""],
  ])("become a passage: %s", (_, selected, passage) => {
    expect(passageFromPage(selected)).toBe(passage);
  });
});
