import { describe, expect, it } from "vitest";
import { sha256 } from "~/platform/sha256.server";
import { assembleDocument, assembleEdition } from "~/domain/document/assemble-document";
import { brokenReferences } from "~/domain/document/check-references";
import type { EditionContent, RemarkContent } from "~/domain/document/content";
import type { Block, TableCell } from "~/domain/document/model";
import { spreadsheetRows, tableBlock, type TableWords } from "~/features/remarks/response-table";
import type { ShownRemark } from "~/features/remarks/queries.server";
import { documentWords } from "~/platform/document-words.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { writeTableDocx } from "~/platform/docx/write-table-docx.server";
import { writeSpreadsheet } from "~/platform/spreadsheet.server";
import { partsOf, readWithLibreOffice } from "../support/docx";
import { orderFor } from "../support/write-order";
import { keys, study, studyWith } from "../support/edition-content";

const remark = (code: string, more: Partial<RemarkContent> = {}): RemarkContent => ({
  ...{ edition: 1, code, sectionCode: "1.1", statementCode: "F1", passage: "", text: `Gezegd ${code}.`, language: "nl" },
  ...{
    stance: "accepted",
    response: { nl: "Overgenomen.", en: "Taken in." },
    changed: { nl: "Hersteld." },
    statementIds: ["F1", "C1"],
    ...more,
  },
});

type Table = Extract<Block, { kind: "table" }>;
const annexesOf = (content: EditionContent, language = "nl") =>
  assembleDocument(content, language, keys).sections.filter(({ code }) => code.startsWith("remarks-"));
const textOf = ({ lines }: TableCell) => lines.map((line) => line.map((part) => ("text" in part ? part.text : "")).join("")).join(" | ");
const tableIn = (blocks: readonly Block[]) => blocks.find((block): block is Table => block.kind === "table");

describe("remarks with shown responses in the next edition", () => {
  const content = study({
    remarks: [
      remark("M1"),
      remark("M2", { statementCode: null, sectionCode: "2", passage: "de kranen", stance: "not-accepted", changed: {}, statementIds: [] }),
      remark("M3", { statementCode: "F99", response: { en: "Only in English." } }),
      remark("M4", { edition: 2, sectionCode: null, statementCode: null }),
    ],
  });

  it("stand in an annex for each edition, before the register, with links to what they are about and what changed", () => {
    const [first, second] = annexesOf(content);
    expect([first?.heading, second?.heading]).toEqual(["remarks-heading:1", "remarks-heading:2"]);
    const rows = tableIn(first?.blocks ?? [])?.rows.map((row) => row.map(textOf));
    expect(rows).toEqual([
      ["M1", "F1", "Gezegd M1.", "stance-accepted | Overgenomen.", "Hersteld. | F1, C1"],
      ["M2", "2 | quote-opende kranenquote-close", "Gezegd M2.", "stance-not-accepted | Overgenomen.", ""],
      ["M3", "F99", "Gezegd M3.", "stance-accepted | Only in English.", "Hersteld. | F1, C1"],
    ]);
    expect(brokenReferences(assembleDocument(content, "nl", keys))).toEqual([]);
    expect(assembleDocument(study(), "nl", keys).sections.some(({ code }) => code.startsWith("remarks"))).toBe(false);
  });

  it("stand where the outline places them, and then in no annex", () => {
    const placed = studyWith({ "1": { blocks: [{ kind: "data", pieces: [{ piece: "remarks" }] }] } }, { remarks: content.remarks });
    expect(annexesOf(placed)).toEqual([]);
    const section = assembleDocument(placed, "nl", keys).sections.find(({ code }) => code === "1");
    expect(section?.blocks.map((block) => block.kind === "table" && block.caption)).toEqual(["remarks-heading:1", "remarks-heading:2"]);
    const none = studyWith({ "1": { blocks: [{ kind: "data", pieces: [{ piece: "remarks" }] }] } });
    expect(assembleDocument(none, "nl", keys).sections.find(({ code }) => code === "1")?.blocks).toMatchObject([{ kind: "paragraph" }]);
  });

  it("are the same whenever they are assembled", () => {
    expect(assembleEdition(content, { languages: ["nl", "en"], sha256 }, documentWords)).toEqual(
      assembleEdition(structuredClone(content), { languages: ["nl", "en"], sha256 }, documentWords),
    );
  });

  it("are read in the Word file", async () => {
    const xml = partsOf(await writeDocx(orderFor(content)))["word/document.xml"] ?? "";
    expect(xml).toContain("Opmerkingen bij editie 1 en wat ermee is gedaan");
    expect(xml).toContain("Niet overgenomen");
  });
});

describe("the table of responses as a file", () => {
  const at = new Date("2026-09-10T10:00:00Z");
  const shown: ShownRemark = {
    ...{ id: "1", editionId: "1", number: 1, code: "M1", sectionCode: "1.1", statementCode: "F1", passage: "een passage", language: "nl" },
    ...{ text: "=1+1 is geen formule", byId: "1", by: "Cees Opdracht", at, sentAt: at, withdrawnAt: null, version: 3 },
    ...{
      stance: "partly",
      response: { nl: "Deels waar.", en: "Partly true." },
      changed: { nl: "Cijfer hersteld." },
      respondedAt: at,
      shownAt: null,
    },
    ...{ state: "answered", isChanged: false, isLate: true, respondedBy: "Noor Bakker", section: "1.1 Inleiding", statement: "Bewering." },
    ...{ statementIds: ["f1"], statements: ["F1"] },
  };
  const withdrawn: ShownRemark = { ...shown, id: "2", code: "M2", state: "withdrawn", withdrawnAt: at };
  const words: TableWords = { language: "nl", say: (key) => key, state: ({ state }) => state };

  it("has a row for each remark that counts, and no formula", async () => {
    const rows = spreadsheetRows([shown, withdrawn], words);
    expect(rows).toHaveLength(2);
    const csv = await writeSpreadsheet({ format: "csv", language: "nl", tables: [{ name: "x", widths: [], rows }] });
    expect(new TextDecoder().decode(csv)).toContain("'=1+1 is geen formule");
  });

  it("is a Word file on its side, whose head repeats, read by LibreOffice", async () => {
    const table = tableBlock([shown, withdrawn], words);
    const file = await writeTableDocx({
      ...{ language: "nl", title: "Opmerkingen bij editie 1", intro: ["1 van 1 beantwoord"], table },
      ...{ head: "Studie", notice: "Voorbeeld", page: "pagina", of: "van" },
    });
    const xml = partsOf(file)["word/document.xml"] ?? "";
    expect(xml).toContain('w:orient="landscape"');
    expect(xml.match(/<w:tblHeader/gu)).toHaveLength(1);
    const text = readWithLibreOffice(file);
    for (const words of ["Opmerkingen bij editie 1", "M1", "een passage", "Deels waar.", "Cijfer hersteld."]) expect(text).toContain(words);
    expect(text).not.toContain("M2");
  }, 60_000);
});
