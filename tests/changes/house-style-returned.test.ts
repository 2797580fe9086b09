import { beforeAll, describe, expect, it } from "vitest";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { prepareReturned } from "~/features/returned-files/prepare-returned.server";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { ReturnedItemBody } from "~/domain/returned/item-body";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { verifyEditionFile } from "~/platform/verify-edition-file.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { partsOf } from "../support/docx";
import { sendTemplate } from "../support/house-style-scene";
import { hour } from "../support/interview-scene";
import { commenting, editInLibreOffice, noting, replacing, tracking } from "../support/libreoffice";
import { givenBlock, givenSections } from "../support/section-scene";

useDatabase();
let cast: Cast;
let sent: Uint8Array;
let returned: Uint8Array;
const blocks = { text: "", finding: "", second: "" };

beforeAll(async () => {
  cast = await loadCast();
  const scene = await givenSections(cast);
  const block = async (text: string, kind: "finding" | "text" = "finding") =>
    (await givenBlock(cast, scene.section("3.1"), { kind, text: { text } })).id;
  blocks.text = await block("De stad **groeit** snel.\n\n- de kraan\n- het riool", "text");
  blocks.finding = await block("Kranen werken *ruim* drie jaar[^Gemeten door de stad.].\n\nDaarna niet meer.");
  blocks.second = await block("Leidingen lekken vaak.");
  await sendTemplate(cast);
  const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  const made = await compileEdition(as(cast.lead, hour(60)), { assessment, languages: ["nl"], purpose: "concept", formats: ["docx"] });
  sent = await readStoredBytes(made.files[0]?.sha256 ?? "");
  const work =
    tracking +
    replacing("drie jaar", "vier jaar") +
    noting("Gemeten door het rijk.") +
    commenting("De stad groeit", "Els Dam", "Sinds wanneer?") +
    commenting("lekken vaak", "Els Dam", "Volgens wie?");
  returned = editInLibreOffice(sent, "docx", work);
}, 120_000);

const statementsOf = async (bytes: Uint8Array) =>
  (await verifyEditionFile(bytes, null)).statements.map(({ code, verdict }) => ({ code, verdict }));

describe("a Word file in the house style of a ministry", () => {
  it("has the styles, the head and the logo of the template, and all its statements are unchanged", async () => {
    const parts = partsOf(sent);
    const used = [...(parts["word/document.xml"] ?? "").matchAll(/<w:pStyle w:val="([^"]+)"/gu)].map(([, id]) => id);
    expect(used).toEqual(expect.arrayContaining(["Titel", "Kop1", "Kop2", "Lijstopsomteken", "Bijschrift", "Tabeltekst"]));
    expect(/w:styleId="Statement".*?<w:basedOn w:val="([^"]+)"/su.exec(parts["word/styles.xml"] ?? "")?.[1]).toBe("Uitspraak");
    expect(Object.entries(parts).some(([path, xml]) => /header/iu.test(path) && xml.includes("Ministerie van Kranen"))).toBe(true);
    const found = await statementsOf(sent);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(["unchanged"]));
  });

  it("tells of the one statement that was edited in LibreOffice, and of no other", async () => {
    const changed = (await statementsOf(returned)).filter(({ verdict }) => verdict !== "unchanged");
    const { code } = await db.statement.findFirstOrThrow({ where: { blockId: blocks.finding } });
    expect(changed).toEqual([{ code, verdict: "changed" }]);
  });

  it("brings back what was written in it, each on the text that it is about", async () => {
    const { number } = await prepareReturned(as(cast.lead, hour(62)), cast.assessment.id, { name: "terug.docx", bytes: returned });
    const { id } = await db.returnedFile.findFirstOrThrow({ where: { number } });
    const items = await db.returnedItem.findMany({ where: { fileId: id }, orderBy: { number: "asc" } });
    expect(items.map(({ kind, blockId, how, why }) => [kind, blockId, how, why])).toEqual([
      ["comment", blocks.text, "bookmark", null],
      ["suggestion", blocks.finding, "bookmark", null],
      ["comment", blocks.finding, "bookmark", "note"],
      ["comment", blocks.second, "bookmark", null],
    ]);
    const { document } = ReturnedItemBody.parse(JSON.parse(items[1]?.body ?? ""));
    expect(document && textOfDoc(document)).toBe("Kranen werken ruim vier jaar (Gemeten door de stad.).\n\nDaarna niet meer.");
  });
});
