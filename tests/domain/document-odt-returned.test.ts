import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { provenanceProperties } from "~/platform/odt/provenance-part";
import { readOdt } from "~/platform/odt/read-odt.server";
import { writeOdt } from "~/platform/odt/write-odt.server";
import { verifyEditionFile } from "~/platform/verify-edition-file.server";
import { passage, study } from "../support/edition-content";
import { editInLibreOffice, replacing, tracking } from "../support/libreoffice";
import { orderFor, testHash } from "../support/write-order";

/** Two statements: one of two paragraphs with a passage in bold, signs of XML and a note, one that is repeated. */
function content(): EditionContent {
  const base = study();
  const text = { ...passage(""), body: docFromPlain("De kraan **lekt** al < 3 jaren & meer[^Gemeten in mei.].\n\nHet water loopt weg.") };
  const [first, ...rest] = base.statements;
  if (!first) throw new Error("no statement");
  return { ...base, statements: [{ ...first, text }, ...rest] };
}
const order = orderFor(content());
const whole = "De kraan lekt al < 3 jaren & meer. Het water loopt weg.";

let file: Uint8Array;
let saved: Uint8Array;
beforeAll(() => {
  file = writeOdt(order);
  saved = editInLibreOffice(file, "odt");
}, 60_000);

const verdicts = async (bytes: Uint8Array) =>
  (await verifyEditionFile(bytes, null)).statements.map(({ code, verdict }) => `${code} ${verdict}`);
const changed = (path: string, change: (xml: string) => string, from = file) => {
  const parts = unzipSync(from);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
};
const inBody = (from: string | RegExp, to: string) =>
  changed("content.xml", (xml) => {
    if (xml.replace(from, to) === xml) throw new Error("nothing was changed");
    return xml.replace(from, to);
  });

describe("an OpenDocument text of an edition that came back", () => {
  it("says which edition it is, and has the words of every statement, its grounds and its places", async () => {
    const read = await readOdt(file);
    expect(read.provenance).toBe(order.provenance);
    expect(read.statements).toEqual([
      { anchor: "F1", text: whole, grounds: ["g_S01_1", "g_S01_2", "g_O1_K1"] },
      { anchor: "C1", text: "Bewering C1.", grounds: ["F1"] },
    ]);
    expect(read.places).toEqual(expect.arrayContaining(["sec_1_1", "F1", "g_S01_1", "lim_1"]));
    const { edition } = await verifyEditionFile(file, null);
    expect(edition).toMatchObject({ "grondslag:edition": 1, "grondslag:draft": 2, "grondslag:sha256": testHash });
  });

  it("says the same of its origin and is unchanged when LibreOffice has saved it, which drops parts that it doesn't know", async () => {
    expect(Object.keys(unzipSync(saved))).not.toContain("grondslag/provenance.jsonld");
    const [before, after] = [await readOdt(file), await readOdt(saved)];
    expect(after.provenance).toBe(order.provenance);
    expect(after.statements).toEqual(before.statements);
    expect(after.places.toSorted()).toEqual(before.places.toSorted());
    expect(await verdicts(saved)).toEqual(["F1 unchanged", "C1 unchanged"]);
  });

  it("names the one statement in which a word was changed in LibreOffice", async () => {
    const report = await verifyEditionFile(editInLibreOffice(file, "odt", replacing("lekt", "druppelt")), null);
    expect(report.statements).toEqual([
      { code: "F1", verdict: "changed", before: whole, after: whole.replace("lekt", "druppelt") },
      { code: "C1", verdict: "unchanged" },
    ]);
  }, 60_000);

  it("takes over what was inserted and leaves out what was deleted while changes were tracked", async () => {
    const tracked = editInLibreOffice(file, "odt", tracking + replacing("weg", "voorgoed heen"));
    expect(strFromU8(unzipSync(tracked)["content.xml"] ?? new Uint8Array())).toContain("<text:deletion>");
    const { statements } = await readOdt(tracked);
    expect(statements[0]?.text).toBe(whole.replace("weg", "voorgoed heen"));
    expect(statements[1]?.text).toBe("Bewering C1.");
  }, 60_000);

  it("misses a statement without its bookmark, and a ground whose entry is gone", async () => {
    expect(await verdicts(inBody('<text:bookmark-start text:name="C1"/>', ""))).toEqual(["F1 unchanged", "C1 missing"]);
    const bare = inBody('<text:bookmark-start text:name="g_S01_2"/>', "");
    expect((await verifyEditionFile(bare, null)).statements[0]).toEqual({ code: "F1", verdict: "grounds-missing", grounds: ["S01:2"] });
  });

  it("counts what was typed between a statement and its ground line as the statement's, whatever it looks like", async () => {
    const typed = inBody(/(loopt weg\.<\/text:p>)/u, '$1<text:p text:style-name="Text_20_body">Tot in de kelder.</text:p>');
    expect((await readOdt(typed)).statements[0]?.text).toBe(`${whole} Tot in de kelder.`);
  });

  it("stops at the next heading where the ground line is gone", async () => {
    const without = inBody(/<text:p text:style-name="GroundLineKept">Gronden .*?<\/text:p>/u, "");
    expect((await readOdt(without)).statements.map(({ text, grounds }) => [text, grounds])).toEqual([
      [whole, []],
      ["Bewering C1.", ["F1"]],
    ]);
  });
});

describe("a file that is no OpenDocument text of ours", () => {
  it.each([
    ["is nothing packed", () => strToU8("hello"), "zipBroken"],
    ["has no text", () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }), "content"],
    ["defines entities", () => changed("content.xml", (xml) => xml.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>')), "doctype"],
    ["unpacks to too much", () => changed("content.xml", () => " ".repeat(60_000_000)), "zipBomb"],
    ["is torn", () => file.subarray(0, file.length - 4000), "zipBroken"],
  ])("%s: refused", async (_, made, problem) => {
    await expect(readOdt(made())).rejects.toMatchObject({ name: "UnreadableFile", problem });
  });

  it("says nothing of its origin where its properties were taken out", async () => {
    const bare = changed("meta.xml", (xml) => xml.replaceAll(/<meta:user-defined.*?<\/meta:user-defined>/gu, ""), saved);
    expect((await readOdt(bare)).provenance).toBeNull();
  });
});

describe("the origin in the properties of an OpenDocument text", () => {
  it("is cut into pieces that make the whole again, never within a letter", () => {
    const text = `${"a".repeat(29_999)}👩🏽‍🚀${"b".repeat(40_000)}`;
    const pieces = provenanceProperties(JSON.stringify(text));
    expect(pieces.map(([name]) => name)).toEqual(["grondslag-provenance-0001", "grondslag-provenance-0002", "grondslag-provenance-0003"]);
    expect(pieces.every(([, piece]) => Buffer.from(piece).toString("utf8") === piece)).toBe(true);
    expect(JSON.parse(pieces.map(([, piece]) => piece).join(""))).toBe(text);
  });
});
