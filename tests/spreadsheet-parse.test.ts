import { strToU8, zipSync } from "fflate";
import writeXlsxFile from "write-excel-file/node";
import { describe, expect, it } from "vitest";
import { sheetLimits } from "~/domain/sheets/cell";
import { randomFrom } from "~/domain/statistics/random";
import { parseSpreadsheet } from "~/platform/sheet-parse.server";
import { bytesOf, workbook, workbookParts } from "./support/sheet-files";

const rowsOf = async (bytes: Uint8Array, sheet: string | null = null) => {
  const read = await parseSpreadsheet(bytes, sheet);
  return read.ok ? read.content.rows : read.problem;
};
const cells = [
  ["Naam", "Personeel"],
  ["Brön", "12,5"],
];

describe("a file of text", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", bytesOf("Naam;Personeel\nBrön;12,5\n")],
    ["UTF-8 with its mark", bytesOf("\uFEFFNaam;Personeel\r\nBrön;12,5\r\n\r\n")],
    ["Windows-1252", Uint8Array.from("Naam;Personeel\nBr\xf6n;12,5", (letter) => letter.charCodeAt(0))],
    ["UTF-16", new Uint8Array(Buffer.from("\uFEFFNaam\tPersoneel\nBrön\t12,5", "utf16le"))],
    ["a first line that names the sign", bytesOf('sep=,\nNaam,Personeel\nBrön,"12,5"')],
  ])("is read in %s", async (_what, bytes) => {
    expect(await rowsOf(bytes)).toEqual(cells);
  });

  it("keeps text that begins like a formula, with lines and quotes, and the places of empty rows", async () => {
    const text = 'a,b\n\n"=cmd(""x"")",\'=1+1\n"two\nlines",';
    expect(await rowsOf(bytesOf(text))).toEqual([
      ["a", "b"],
      [null, null],
      ['=cmd("x")', "=1+1"],
      ["two\nlines", null],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", bytesOf(""), "empty"],
    ["only spaces", bytesOf(" \n"), "empty"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), "xls"],
    ["a workbook with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]), "encrypted"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]), "kind"],
    ["too many columns", bytesOf(Array.from({ length: sheetLimits.columns + 1 }, (_, at) => `c${at}`).join(";")), "too-many-columns"],
    ["too long a cell", bytesOf(`a;b\n${"x".repeat(sheetLimits.cell + 1)};1`), "long-cell"],
    ["50,000 rows", bytesOf("name;staff\n" + "Wells;12\n".repeat(50_000)), "too-many-rows"],
    ["too much in all", bytesOf("a;b\n" + `${"x".repeat(5000)};1\n`.repeat(401)), "too-much-text"],
  ])("is refused: %s", async (_what, bytes, problem) => {
    expect(await rowsOf(bytes)).toBe(problem);
  });

  it("takes as many rows as are allowed", async () => {
    expect(await rowsOf(bytesOf("name;staff\n" + "Wells;12\n".repeat(sheetLimits.rows)))).toHaveLength(sheetLimits.rows + 1);
  });
});

const sheet = {
  name: "Actors",
  rows: [
    [],
    ["Organisation", null, "Figures"],
    ["Name", "Kind", "Staff", "Founded"],
    ["Wells & Co ", "NGO", { formula: "5+7", value: 12 }, { date: 36925 }],
    ["=Pumps", null, { error: "#DIV/0!" }, true],
    [{ formula: '"Ri"&"ver"', value: "River" }, "Fund", 0.1 + 0.2],
  ],
  merged: ["A2:B2", "B4:B5"],
};

describe("a workbook", () => {
  it("gives the value kept with a formula, dates as days, errors as text, and tells what is merged", async () => {
    // Day 36925 of Excel is 3 February 2001: 36526 is 1 January 2000, 366 days of that year, then 33 more.
    expect(await parseSpreadsheet(workbook([sheet]), null)).toEqual({
      ok: true,
      sheets: ["Actors"],
      sheet: "Actors",
      content: {
        rows: [
          [null, null, null, null],
          ["Organisation", null, "Figures", null],
          ["Name", "Kind", "Staff", "Founded"],
          ["Wells & Co ", "NGO", 12, "2001-02-03"],
          ["=Pumps", null, "#DIV/0!", true],
          ["River", "Fund", 0.3, null],
        ],
        merged: ["A2:B2", "B4:B5"],
        formulas: 3,
      },
    });
  });

  it("is read the same with its attributes in single quotes", async () => {
    const quoted = Object.entries(workbookParts([sheet])).map(([path, text]) => [path, text.replaceAll('"', "'")] as const);
    const formula = (text: string) => text.replace("'Ri'&'ver'", "1");
    const book = zipSync(Object.fromEntries(quoted.map(([path, text]) => [path, strToU8(formula(text))])));
    expect(await parseSpreadsheet(book, null)).toEqual(await parseSpreadsheet(workbook([sheet]), null));
  });

  // Looked through from each of its letters again, this one word would take minutes.
  it("is read as fast whatever stands in its elements", async () => {
    const chance = randomFrom([1, 2, 3, 4]);
    const word = Array.from({ length: 200_000 }, () => String.fromCharCode(97 + chance.below(26))).join("");
    const sheet = { name: "Lijst", rows: cells };
    const path = "xl/worksheets/sheet1.xml";
    const long = (workbookParts([sheet])[path] ?? "").replace(
      "</sheetData>",
      `</sheetData><mergeCells><mergeCell ${word} ref="A1:B1"/></mergeCells>`,
    );
    expect(await parseSpreadsheet(workbook([sheet], { [path]: long }), null)).toMatchObject({
      ok: true,
      content: { rows: cells, merged: ["A1:B1"] },
    });
  });

  it("names the sheets that hold anything, and reads the one that is wanted", async () => {
    const book = workbook([{ name: "Leeg", rows: [] }, sheet, { name: "Más & meer", rows: [["x"]] }]);
    expect(await parseSpreadsheet(book, "Más & meer")).toMatchObject({
      sheets: ["Actors", "Más & meer"],
      sheet: "Más & meer",
      content: { rows: [["x"]] },
    });
    expect(await parseSpreadsheet(book, "gone")).toMatchObject({ sheet: "Actors" });
  });

  it("reads what our own files hold", async () => {
    const bytes = await writeXlsxFile([["Name", "=x"].map((value) => ({ value, type: String }))]).toBuffer();
    expect(await rowsOf(new Uint8Array(bytes))).toEqual([["Name", "=x"]]);
  });

  it.each<[string, Uint8Array, string]>([
    ["macros", workbook([sheet], { "xl/vbaProject.bin": "x" }), "macros"],
    ["nothing", workbook([{ name: "Leeg", rows: [] }]), "empty"],
    [
      "OpenDocument",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<x/>") }),
      "ods",
    ],
    ["another packed file", zipSync({ "a.txt": strToU8("x") }), "kind"],
    ["half a file", workbook([sheet]).subarray(0, 700), "broken"],
    [
      "a sheet that is no XML",
      workbook([sheet], { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row>" }),
      "broken",
    ],
    ["what unpacks a thousandfold", zipSync({ "xl/workbook.xml": strToU8(" ".repeat(3_000_000)) }), "bomb"],
    ["a path that leads out", workbook([sheet], { "../../etc/passwd": "x" }), "broken"],
    ["50,000 rows", workbook([{ name: "Much", rows: Array.from({ length: 50_000 }, (_, at) => [`Actor ${at}`, at]) }]), "too-many-rows"],
  ])("is refused: %s", async (_what, bytes, problem) => {
    expect(await rowsOf(bytes)).toBe(problem);
  });
});
