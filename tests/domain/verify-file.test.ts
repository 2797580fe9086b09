import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import { statementText } from "~/domain/document/statement-text";
import { verifyFile } from "~/domain/document/verify-file";
import { Provenance } from "~/domain/document/provenance";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { readReturnedFile } from "~/platform/read-returned-file.server";
import { verifyEditionFile } from "~/platform/verify-edition-file.server";
import { finding, link, passage, study } from "../support/edition-content";
import { editInLibreOffice, replacing, tracking } from "../support/libreoffice";
import { orderFor, testHash } from "../support/write-order";

/** Three statements: one of two paragraphs with a break, bold and a note, one that is repeated, one that stands on nothing. */
function content(): EditionContent {
  const base = study();
  const text = { ...passage(""), body: docFromPlain("De kraan **lekt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.") };
  const [first, ...rest] = base.statements;
  if (!first) throw new Error("no statement");
  return { ...base, statements: [{ ...first, text }, ...rest] };
}

let file: Uint8Array;
beforeAll(async () => {
  file = await writeDocx(orderFor(content()));
});

const verdicts = async (bytes: Uint8Array) =>
  (await verifyEditionFile(bytes, null)).statements.map(({ code, verdict }) => `${code} ${verdict}`);
const changed = (path: string, change: (xml: string) => string, from = file) => {
  const parts = unzipSync(from);
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path]))) });
};

describe("a Word file of an edition that came back", () => {
  it("says which edition it is, and has every statement unchanged", async () => {
    const report = await verifyEditionFile(file, null);
    expect(report.edition).toMatchObject({ "grondslag:edition": 1, "grondslag:draft": 2, "grondslag:sha256": testHash });
    expect(await verdicts(file)).toEqual(["F1 unchanged", "C1 unchanged"]);
    expect(report.origin).toBeNull();
  });

  it("has the words of both paragraphs and none of the note", async () => {
    const { file: read } = await readReturnedFile(file);
    expect(read.statements[0]?.text).toBe("De kraan lekt al jaren. Het water loopt weg.");
    expect(read.statements[0]?.grounds).toEqual(["g_S01_1", "g_S01_2", "g_O1_K1"]);
  });

  it("is still unchanged when LibreOffice has saved it, and names the one statement in which a word was changed there", async () => {
    expect(await verdicts(editInLibreOffice(file, "docx"))).toEqual(["F1 unchanged", "C1 unchanged"]);
    const report = await verifyEditionFile(editInLibreOffice(file, "docx", replacing("lekt", "druppelt")), null);
    expect(report.statements).toEqual([
      {
        code: "F1",
        verdict: "changed",
        before: "De kraan lekt al jaren. Het water loopt weg.",
        after: "De kraan druppelt al jaren. Het water loopt weg.",
      },
      { code: "C1", verdict: "unchanged" },
    ]);
  });

  it("takes over what was inserted and leaves out what was deleted while changes were tracked", async () => {
    const tracked = editInLibreOffice(file, "docx", tracking + replacing("weg", "voorgoed weg"));
    const report = await verifyEditionFile(tracked, null);
    expect(report.statements[0]).toMatchObject({ verdict: "changed", after: "De kraan lekt al jaren. Het water loopt voorgoed weg." });
  });

  it("misses a statement without its bookmark, and a ground whose entry is gone", async () => {
    const without = changed("word/document.xml", (xml) => xml.replace(/<w:bookmarkStart w:name="C1"[^>]*>/u, ""));
    expect(await verdicts(without)).toEqual(["F1 unchanged", "C1 missing"]);
    const bare = changed("word/document.xml", (xml) => xml.replace(/<w:bookmarkStart w:name="g_S01_2"[^>]*>/u, ""));
    expect((await verifyEditionFile(bare, null)).statements[0]).toEqual({ code: "F1", verdict: "grounds-missing", grounds: ["S01:2"] });
  });

  it("knows a statement that the edition never had", async () => {
    const base = content();
    const more = { ...base, statements: [...base.statements, finding("F7", "1.1", { links: [link("excerpt", "x1")] })] };
    const sections = more.sections.map((one) =>
      one.code === "1.1" ? { ...one, blocks: [...one.blocks, { kind: "statement" as const, statementId: "F7" }] } : one,
    );
    const forged = await writeDocx({ ...orderFor({ ...more, sections }), provenance: orderFor(base).provenance });
    expect((await verdicts(forged)).at(-1)).toBe("F7 unknown");
  });
});

describe("hostile files", () => {
  it.each([
    ["no zip", new TextEncoder().encode("hello"), "content"],
    ["a zip that is no document", zipSync({ "a.txt": strToU8("a") }), "content"],
    ["a truncated file", () => file.slice(0, 2000), "zipBroken"],
    [
      "a document type",
      () => changed("word/document.xml", (xml) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml.replace(/<\?xml[^>]*>/u, "")}`),
      "doctype",
    ],
    [
      "no word of its origin",
      () => changed("customXml/item1.xml", (xml) => xml.replace("urn:grondslag:provenance:1", "urn:other")),
      "no-origin",
    ],
    ["an origin that is no JSON", () => changed("customXml/item1.xml", (xml) => xml.replace("{", "")), "origin-broken"],
  ] as const)("%s is refused with the reason", async (_, bytes, problem) => {
    await expect(verifyEditionFile(typeof bytes === "function" ? bytes() : bytes, null)).rejects.toMatchObject({ problem });
  });
});

describe("the words of a statement", () => {
  it("are compared with gaps, or without any where a format doesn't keep them", () => {
    const edition = Provenance.parse(JSON.parse(orderFor(content()).provenance));
    const read = (text: string) => ({
      provenance: null,
      places: ["g_S01_1", "g_S01_2", "g_O1_K1"],
      statements: [{ anchor: "F1", text, grounds: ["g_S01_1", "g_S01_2", "g_O1_K1"] }],
    });
    const broken = "De kraan lekt al ja ren. Het water loopt weg.";
    expect(verifyFile(read(broken), edition, { keepsGaps: true })[0]?.verdict).toBe("changed");
    expect(verifyFile(read(broken), edition, { keepsGaps: false })[0]?.verdict).toBe("unchanged");
  });

  it("hold a ground with how it bears, a break as a gap, and the mark of a missing translation", () => {
    const ground = { code: "S1:1", kind: "excerpt" as const, to: "g_S1_1", relation: "contradicts" as const, withheld: false, note: "" };
    const shown = {
      kind: "statement" as const,
      ...{ code: "F1", anchor: "F1", statementKind: "finding" as const, language: "nl", flag: "untranslated" as const },
      paragraphs: [
        [
          { kind: "text" as const, text: "Een" },
          { kind: "break" as const },
          { kind: "text" as const, text: "twee" },
          { kind: "ground" as const, ground },
        ],
      ],
      ...{ grounds: [], limitations: [] },
    };
    expect(statementText(shown, { contradicts: "against", untranslated: "not translated" })).toBe(
      "Een twee [S1:1 against] [not translated]",
    );
  });
});
