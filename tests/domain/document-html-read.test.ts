import { describe, expect, it } from "vitest";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { readHtml } from "~/platform/html/read-html.server";
import { writeHtml } from "~/platform/html/write-html.server";
import { readReturnedFile } from "~/platform/read-returned-file.server";
import { UnreadableFile } from "~/platform/unreadable-file";
import { finding, link, passage, study } from "../support/edition-content";
import { htmlText, savedByLibreOffice } from "../support/html";
import { orderFor } from "../support/write-order";

const note = {
  type: "doc" as const,
  content: [
    {
      type: "paragraph" as const,
      content: [
        { type: "text" as const, text: "Lekt" },
        { type: "footnote" as const, attrs: { text: "Noot in de bewering." } },
        { type: "text" as const, text: " vaak & veel." },
      ],
    },
    { type: "paragraph" as const, content: [{ type: "text" as const, text: "Geen grond is er voor twijfel." }] },
  ],
};
/** The small study with a finding of two paragraphs and a note, of which the second begins as a ground line without grounds does. */
const content = {
  ...study(),
  statements: [
    finding("F1", "1.1", {
      text: { language: "nl", body: note, translations: [] },
      links: [link("excerpt", "S01:1"), link("excerpt", "S01:2", "contradicts")],
    }),
    finding("C1", "2", { kind: "conclusion", text: { ...passage(""), body: docFromPlain("Vervang **alle** kranen.") } }),
  ],
};
const order = orderFor(content);
const file = writeHtml(order);
const asWritten = [
  { anchor: "F1", text: "Lekt vaak & veel. Geen grond is er voor twijfel.", grounds: ["g_S01_1", "g_S01_2"] },
  { anchor: "C1", text: "Vervang alle kranen.", grounds: [] },
];
/** The file with its text changed, not what it says for machines. */
function edited(change: (body: string) => string): string {
  const text = htmlText(file);
  const at = text.indexOf("<body>");
  return text.slice(0, at) + change(text.slice(at));
}
const changed = (from: string, to: string) => readHtml(Buffer.from(edited((body) => body.replaceAll(from, to))));

describe("an HTML file that came back", () => {
  it("holds the statements as they were written, without their notes, and what it says of its origin to the letter", () => {
    const read = readHtml(file);
    expect(read.statements).toEqual(asWritten);
    expect(read.provenance).toBe(order.provenance);
    expect(read.places).toEqual(expect.arrayContaining(["F1", "C1", "sec_1_1", "g_S01_1", "lim_1"]));
  });

  it("tells of one statement that a word of it was changed, and of a ground that was taken out", () => {
    expect(changed("alle</strong>", "sommige</strong>").statements).toEqual([
      asWritten[0],
      { anchor: "C1", text: "Vervang sommige kranen.", grounds: [] },
    ]);
    const [, without] = /(<a class="ground contradicts"[^>]*>[^<]*<\/a>)/.exec(htmlText(file)) ?? [];
    expect(changed(without ?? "none", "").statements[0]?.grounds).toEqual(["g_S01_1"]);
  });

  it("leaves out what is struck, and takes over what is inserted", () => {
    expect(changed("alle</strong>", "<del>alle</del><ins>veel</ins></strong>").statements[1]?.text).toBe("Vervang veel kranen.");
  });

  it("knows a ground line by its words where its class is gone", () => {
    const bare = readHtml(
      Buffer.from(edited((body) => body.replaceAll(' class="ground-line"', "").replace("Geen grond is er", "Grond is er niet"))),
    );
    expect(bare.statements).toEqual([{ ...asWritten[0], text: "Lekt vaak & veel. Grond is er niet voor twijfel." }, asWritten[1]]);
  });

  it("reads the signs in which another program wrote it", () => {
    const latin = edited((body) => body.replace("Lekt", "Lékt")).replace(
      '<meta charset="utf-8">',
      '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
    );
    const found = readHtml(Buffer.from(latin, "latin1"));
    expect(found.statements[0]?.text).toBe("Lékt vaak & veel. Geen grond is er voor twijfel.");
  });

  it("holds nothing where it is something else", () => {
    const other = '<p id="x">Zomaar <a href="#x">iets</a> met <a href="https://example.org/#x">een link</a><script>if (a < b) c</script>';
    expect(readHtml(Buffer.from(other))).toEqual({ provenance: null, statements: [], places: ["x"] });
    expect(readHtml(Buffer.from([0xff, 0x00, 0x80, 0x3c]))).toEqual({ provenance: null, statements: [], places: [] });
  });

  it("refuses what lies deeper in itself than any file of ours", () => {
    expect(() => readHtml(Buffer.from("<b>".repeat(1_000_000)))).toThrow(UnreadableFile);
  });

  it("is known by what it holds", async () => {
    expect(await readReturnedFile(file)).toMatchObject({ format: "html", keepsGaps: true, file: { statements: asWritten } });
  });
});

describe("an HTML file that was saved by LibreOffice", () => {
  it("still holds every statement, its grounds and its origin, and a word that was changed there", () => {
    const saved = savedByLibreOffice(file);
    expect(saved.toString()).not.toContain("ld+json");
    expect(readHtml(saved)).toMatchObject({ statements: asWritten, provenance: order.provenance });
    const typed = saved.toString().replaceAll("kranen", "leidingen");
    expect(readHtml(Buffer.from(typed)).statements).toEqual([asWritten[0], { ...asWritten[1], text: "Vervang alle leidingen." }]);
  }, 60_000);
});
