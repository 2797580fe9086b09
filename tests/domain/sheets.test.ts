import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, columnLetter, columnOf, filledRanges, parseRange } from "~/domain/sheets/cell";
import { guessColumns, knowsHead } from "~/domain/sheets/columns";
import { guessDelimiter } from "~/domain/sheets/csv";
import { foldName } from "~/domain/sheets/fold-name";
import { guessHeader } from "~/domain/sheets/header";
import { nameFinder } from "~/domain/sheets/match-names";
import { guessNumbers, numberAs } from "~/domain/sheets/numbers";

describe("columns and ranges", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
  ])("calls column %i %s", (column, letters) => {
    expect(columnLetter(column)).toBe(letters);
  });

  it("reads back the letters of any column", () => {
    fc.assert(fc.property(fc.nat(16_000), (column) => columnOf(columnLetter(column)) === column));
  });

  it("gives a merged range the value of its first cell, within the rows that are there", () => {
    const rows = [
      ["Name", "Kind"],
      ["Wells", "NGO"],
      ["Pumps", null],
    ];
    expect(filledRanges(rows, ["B2:B3"])[2]).toEqual(["Pumps", "NGO"]);
    expect(filledRanges(rows, ["A1:D9"])[1]).toEqual(["Name", "Name"]);
    expect(filledRanges(rows, ["nonsense"])).toEqual(rows);
    expect(parseRange("B2:B3")).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
  });

  // A range of two cells and one of all three lie over each other: five cells, and the sheet has three. A text of 10,000 in 201 cells is over two millions.
  it("fills no more cells than a sheet has, and no more text than one may hold", () => {
    expect(filledRanges([["a", null, "c"]], ["A1:B1", "A1:C1"])).toEqual([["a", "a", "c"]]);
    const long = [["x".repeat(10_000)], ...Array.from({ length: 200 }, () => [null])];
    expect(filledRanges(long, ["A1:A200"])[199]).toEqual(["x".repeat(10_000)]);
    expect(filledRanges(long, ["A1:A201"])).toEqual(long);
  });

  it("writes a number with the sign of its format", () => {
    expect([cellText(1.5), cellText(1.5, "comma"), cellText(true), cellText(null), cellText("  x ")]).toEqual([
      "1.5",
      "1,5",
      "true",
      "",
      "x",
    ]);
  });
});

describe("how numbers are written", () => {
  it.each([
    // A mark with one or two digits behind it is decimal.
    [["12,5", "3"], "comma", null, null],
    [["12.5"], "point", null, null],
    // The last of two marks is the decimal one.
    [["1.234,50"], "comma", null, null],
    [["€ 1,234.50"], "point", null, null],
    // A mark that comes twice groups thousands.
    [["1.234.567"], "comma", null, null],
    [["1,234,567"], "point", null, null],
    // One mark with three digits behind it can be both; a nought before it can't group.
    [["1.234", "7"], null, "1.234", null],
    [["0,125"], "comma", null, null],
    // Another number of the column tells how the ambiguous one is meant.
    [["1.234", "12,5"], "comma", null, null],
    [["12,5", "12.5"], null, null, ["12,5", "12.5"]],
    [["many", "–"], null, null, null],
  ] as const)("finds in %j the format %s", (texts, format, ambiguous, differing) => {
    expect(guessNumbers(texts)).toEqual({ format, ambiguous, differing });
  });

  it("reads the ambiguous by the format of the column", () => {
    expect([numberAs("1.234", "comma"), numberAs("1.234", "point"), numberAs("12,5", "comma"), numberAs("abc", "point")]).toEqual([
      1234,
      1.234,
      12.5,
      null,
    ]);
  });
});

describe("the sign that parts cells", () => {
  it.each([
    ["Naam;Personeel\nWells;12,5\nPumps;3,1\n", ";"],
    ['Name,Staff\n"Wells, deep",12\n', ","],
    ["Name\tStaff\nWells\t12\n", "\t"],
    ["sep=|\nName|Staff\n", "|"],
    ['"Name; of\n all";Staff\n"a;b;c";1\n', ";"],
    ["Name\nWells\n", ","],
  ])("is found in %j", (text, sign) => {
    expect(guessDelimiter(text)).toBe(sign);
  });
});

const targets = [
  { key: "name", label: "Name", group: "", heads: ["Name", "Naam", "Organisation"] },
  { key: "fact:staff", label: "Staff", group: "", heads: ["Staff", "Personeel"], many: true, dated: true },
  { key: "url", label: "Website", group: "", heads: ["Website"] },
];

describe("what columns hold", () => {
  it("is guessed from the head in either language, without its unit, with the year in it", () => {
    expect(guessColumns(["NAAM ", "Personeel (fte) 2021", "Staff 2022", "Remarks", "Organisation"], targets)).toEqual([
      { target: "name", asOf: "" },
      { target: "fact:staff", asOf: "2021" },
      { target: "fact:staff", asOf: "2022" },
      { target: "", asOf: "" },
      { target: "", asOf: "" },
    ]);
  });

  // Each of these brackets may open one that is never closed: looked for from each again, they would take a minute.
  it("takes a cell that is longer than any head for none", () => {
    expect(guessColumns(["(".repeat(250_000), `Naam (${"x".repeat(200)})`], targets)).toEqual([
      { target: "", asOf: "" },
      { target: "", asOf: "" },
    ]);
  });

  it("stands below the row with most heads, a known head counting for three", () => {
    const known = knowsHead(targets);
    expect(
      guessHeader(
        [
          ["Actors of 2021", null, null],
          ["Organisation", null, "Figures"],
          ["Name", "Kind", "Staff"],
          ["Wells", "NGO", 3],
        ],
        known,
      ),
    ).toBe(2);
    expect(guessHeader([["Naam"], ["Wells"]], known)).toBe(0);
    // Two known heads outweigh three words of any kind.
    expect(
      guessHeader(
        [
          ["Naam", "Website", null],
          ["Wells", "Yes", "No"],
        ],
        known,
      ),
    ).toBe(0);
    expect(guessHeader([], known)).toBe(0);
  });
});

describe("finding a record by what was typed", () => {
  const rows = [
    { id: "1", code: "O1", name: "Fund for Clean Water (FCW)", otherNames: ["Waterfonds"] },
    { id: "2", code: "O2", name: "Stichting Brön & Pomp", otherNames: [] },
    { id: "3", code: "O3", name: "World Health Organization", otherNames: [] },
    { id: "4", code: "O4", name: "Wells", otherNames: ["Waterfonds"] },
  ];
  const find = nameFinder(rows);

  it.each([
    ["o2", "2", "code"],
    ["fund for clean water", "1", "name"],
    ["FCW", "1", "name"],
    ["Fund for Clean Water", "1", "name"],
    ["stichting bron en pomp", "2", "name"],
    ["WHO", "3", "acronym"],
    ["Stichting Bron and Pomp (SBP)", "2", "name"],
  ])("finds %s", (typed, id, by) => {
    expect(find(typed)).toMatchObject({ found: "one", row: { id }, by });
  });

  it("tells several from none", () => {
    const both = find("Waterfonds");
    expect(both.found === "several" && both.rows.map(({ code }) => code)).toEqual(["O1", "O4"]);
    expect(find("who")).toEqual({ found: "none" });
    expect(find("")).toEqual({ found: "none" });
  });

  it("folds a name the same however often", () => {
    fc.assert(fc.property(fc.string(), (name) => foldName(foldName(name)) === foldName(name)));
  });
});
