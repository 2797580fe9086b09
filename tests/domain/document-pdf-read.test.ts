import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import type { StatementShown } from "~/domain/document/model";
import { homeStatements } from "~/domain/document/provenance";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { readPdf } from "~/platform/pdf/read-pdf.server";
import { writeArchive, writePdf } from "~/platform/pdf/write-pdf.server";
import { verifyEditionFile } from "~/platform/verify-edition-file.server";
import type { WriteOrder } from "~/platform/write-order";
import { finding, link, passage, plain, study } from "../support/edition-content";
import { pdfOf } from "../support/pdf";
import { orderFor, orderOf } from "../support/write-order";

/** Three statements: one of two paragraphs with a break, bold and a note, one that is repeated, one that stands on nothing. */
function content(): EditionContent {
  const text = { ...passage(""), body: docFromPlain("De kraan **lekt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.") };
  const base = study();
  return { ...base, statements: base.statements.map((one) => (one.code === "F1" ? { ...one, text } : one)) };
}

const verdicts = async (file: Uint8Array) =>
  (await verifyEditionFile(file, null)).statements.map(({ code, verdict }) => `${code} ${verdict}`);
const withoutGaps = (text: string | undefined) => text?.replaceAll(/\s/gu, "");

/** The same order with the document's statements changed after its origin was written down: as if the file had been changed. */
function changed(change: (statement: StatementShown) => StatementShown): WriteOrder {
  const order = orderFor(content());
  const sections = order.document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === "statement" ? change(block) : block)),
  }));
  return { ...order, document: { ...order.document, sections } };
}

let order: WriteOrder;
let file: Uint8Array;
beforeAll(async () => {
  order = orderFor(content());
  file = await writePdf(order);
});

describe("a PDF of an edition that came back", () => {
  it("has the words of both paragraphs and none of the note, and what its ground line leads to", async () => {
    const read = await readPdf(file);
    expect(read.statements.map(({ anchor, grounds }) => [anchor, grounds])).toEqual([
      ["F1", ["g_S01_1", "g_S01_2", "g_O1_K1"]],
      ["C1", ["F1"]],
    ]);
    expect(withoutGaps(read.statements[0]?.text)).toBe("Dekraanlektaljaren.Hetwaterlooptweg.");
    expect(withoutGaps(read.statements[1]?.text)).toBe("BeweringC1.");
  });

  it("says its origin letter by letter, and has the places that something leads to", async () => {
    const read = await readPdf(file);
    expect(read.provenance).toBe(order.provenance);
    expect(read.places).toEqual(expect.arrayContaining(["F1", "C1", "g_S01_1", "g_S01_2", "g_O1_K1"]));
  });

  it("has every statement unchanged, in the archive too", async () => {
    expect(await verdicts(file)).toEqual(["F1 unchanged", "C1 unchanged"]);
    expect(await verdicts(await writeArchive(order))).toEqual(["F1 unchanged", "C1 unchanged"]);
  });

  it("names the one statement in which a word is another, or a ground is gone", async () => {
    const words = changed((one) => (one.code === "C1" ? { ...one, paragraphs: [[{ kind: "text", text: "Bewering C2." }]] } : one));
    expect(await verdicts(await writePdf(words))).toEqual(["F1 unchanged", "C1 changed"]);
    const grounds = changed((one) => (one.code === "F1" ? { ...one, grounds: one.grounds.slice(1) } : one));
    expect(await verdicts(await writePdf(grounds))).toEqual(["F1 grounds-missing", "C1 unchanged"]);
    const gone = changed((one) => (one.code === "F1" ? { ...one, code: "F7", anchor: "F7" } : one));
    expect(await verdicts(await writePdf(gone))).toEqual(["F1 missing", "C1 grounds-missing", "F7 unknown"]);
  });

  it("reads a statement that begins with a reference to another, one over several pages, and one without grounds", async () => {
    const long = Array.from({ length: 400 }, (_, at) => `Zin ${at} van een lange bewering over kranen.`).join(" ");
    const base = content();
    const cross = changed((one) =>
      one.code === "C1"
        ? {
            ...one,
            paragraphs: [
              [
                { kind: "reference", text: "F1", to: "F1" },
                { kind: "text", text: " geldt hier ook." },
              ],
            ],
          }
        : one,
    ).document;
    expect(await verdicts(await writePdf(orderOf(cross)))).toEqual(["F1 unchanged", "C1 unchanged"]);
    const statements = base.statements.map((one) => (one.code === "F1" ? { ...one, text: passage(long) } : { ...one, links: [] }));
    expect(await verdicts(await writePdf(orderFor({ ...base, statements })))).toEqual(["F1 unchanged", "C1 unchanged"]);
  });

  it("reads what another typeface set, what no typeface has, and words that are tied or without end", async () => {
    const odd = `De heer Ωμέγα betaalde €\u00a05\u00a0mln ✓ voor 漢字 en ${"kraan".repeat(200)}, n‑de keer. 👩‍🔬 🇳🇱 fi ffi ½`;
    const statements = content().statements.map((one) => (one.code === "F1" ? { ...one, text: passage(odd) } : one));
    const made = orderFor({ ...content(), statements });
    const [first] = homeStatements(made.document);
    expect(first?.code).toBe("F1");
    expect(await verdicts(await writePdf(made))).toEqual(["F1 unchanged", "C1 unchanged"]);
  });

  it.each(["De heer محمد علي en mevrouw שרה לוי (2) betaalden.", "हिन्दी में पानी, क्षत्रिय.", "ạ̈ 1️⃣ 👨‍👩‍👧 x\u0302 Å"])(
    "reads letters that are drawn otherwise than they are written, and tells where another stands: %s",
    async (odd) => {
      const statements = content().statements.map((one) => (one.code === "F1" ? { ...one, text: passage(odd) } : one));
      const made = orderFor({ ...content(), statements });
      expect(await verdicts(await writePdf(made))).toEqual(["F1 unchanged", "C1 unchanged"]);
      const other = orderFor({
        ...content(),
        statements: statements.map((one) => (one.code === "F1" ? { ...one, text: passage(`${odd} Niet.`) } : one)),
      });
      expect(await verdicts(await writePdf({ ...made, document: other.document }))).toEqual(["F1 changed", "C1 unchanged"]);
    },
  );

  it("tells the text of a statement in another language, with what is said of it", async () => {
    const statements = [
      finding("F1", "1.1", { text: passage("Alleen Nederlands."), links: [link("excerpt", "S01:1")], contradictionAnswer: plain("Geen.") }),
      finding("C1", "2"),
    ];
    expect(await verdicts(await writePdf(orderFor({ ...content(), statements }, "en")))).toEqual(["F1 unchanged", "C1 unchanged"]);
  });
});

describe("a PDF that is no edition, or tries something", () => {
  const refused = (bytes: Uint8Array) =>
    readPdf(bytes).then(
      () => "read",
      (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : "?"),
    );

  it("is read for what it is: no origin, no statements; its script isn't run", async () => {
    expect(await readPdf(pdfOf([["F1 Bewering"], ["Gronden"]]))).toEqual({ provenance: null, statements: [], places: [] });
  });

  it.each([
    ["empty", () => new Uint8Array()],
    ["no PDF", () => new TextEncoder().encode("%PDF-1.7 and nothing that follows")],
    ["cut off at its beginning", () => file.slice(0, 300)],
  ])("is refused where it is %s", async (_, made) => {
    expect(await refused(made())).toBe("UnreadableFile The file can't be read: content.");
  });

  it("is never a crash where bytes of it are gone or others", async () => {
    for (let at = 1; at < 8; at += 1) {
      const cut = file.slice(0, Math.floor((file.length * at) / 8));
      const noise = file.map((byte, place) => (place % (50 * at) === 7 ? byte ^ 255 : byte));
      for (const bytes of [cut, noise]) expect(await refused(bytes)).toMatch(/^read$|^UnreadableFile /u);
    }
  });

  it("is refused where it would grow without end, packed once or twice", async () => {
    const packed = deflateSync(Buffer.alloc(300_000_000));
    for (const stream of [packed, deflateSync(packed)]) {
      const bomb = Buffer.concat([
        Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\r\n"),
        stream,
        Buffer.from("\nendstream"),
      ]);
      expect(bomb.length).toBeLessThan(1_000_000);
      expect(await refused(bomb)).toBe("UnreadableFile The file can't be read: zipBomb.");
    }
  });

  it("is refused where it is locked with a password", async () => {
    expect(await refused(locked())).toBe("UnreadableFile The file can't be read: zipLocked.");
  });
});

/** A PDF that asks for a password, whose keys fit none. */
function locked(): Uint8Array {
  const key = `<${"ab".repeat(32)}>`;
  const text = Buffer.from(pdfOf([["geheim"]])).toString("latin1");
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<01><01>]`;
  return Buffer.from(text.replace("/Root 1 0 R", `/Root 1 0 R ${encrypt}`), "latin1");
}
