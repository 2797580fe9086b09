import { beforeAll, describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import type { EditionContent } from "~/domain/document/content";
import type { Proposal } from "~/domain/returned/proposal";
import { proposalsOf } from "~/domain/returned/propose";
import type { SentEdition } from "~/domain/returned/returned-lines";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { documentWords } from "~/platform/document-words.server";
import { readAnnotated } from "~/platform/docx/read-annotated.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { passage, study } from "../support/edition-content";
import { textsOfContent, withPart } from "../support/returned-file";
import { orderFor } from "../support/write-order";

const written = (text: string) => ({ ...passage(""), body: docFromPlain(text) });

/** A text of two paragraphs with a list between, and a statement with bold, a note and two paragraphs. */
function content(): EditionContent {
  const base = study();
  const intro = written("Eerst een **inleiding** over water.\n\n- de kraan\n- het riool\n\nTot slot.");
  const claim = written("De kraan **lekt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.");
  return {
    ...base,
    sections: base.sections.map((one) =>
      one.code === "1" ? { ...one, blocks: [{ kind: "text", id: "b1", text: intro, links: [] }] } : one,
    ),
    statements: base.statements.map((one) => (one.code === "F1" ? { ...one, text: claim } : one)),
  };
}

let file: Uint8Array;
let sent: SentEdition;
beforeAll(async () => {
  file = await writeDocx(orderFor(content()));
  const document = assembleDocument(content(), "nl", documentWords("nl"));
  sent = { paragraphs: (await readAnnotated(file)).paragraphs, document, texts: textsOfContent(content()) };
});

const edited = (change: (xml: string) => string, from = file) => withPart(from, "word/document.xml", change);
const proposed = async (bytes: Uint8Array) => proposalsOf(sent, await readAnnotated(bytes));
const tracked = (kind: "ins" | "del", text: string, author = "Jan Bos") =>
  `<w:${kind} w:id="900" w:author="${author}" w:date="2026-07-03T09:00:00Z"><w:r><w:${kind === "ins" ? "t" : "delText"} xml:space="preserve">${text}</w:${kind === "ins" ? "t" : "delText"}></w:r></w:${kind}>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** The run that holds these words, as the writer makes it, replaced. */
const replaceRun = (words: string, by: string) => (xml: string) =>
  xml.replace(new RegExp(`<w:r>(?:(?!</w:r>).)*<w:t[^>]*>${words}</w:t></w:r>`, "u"), by);
const on =
  (words: string, ids = "7") =>
  (xml: string) =>
    replaceRun(
      words,
      `<w:commentRangeStart w:id="${ids}"/>${run(words)}<w:commentRangeEnd w:id="${ids}"/><w:r><w:commentReference w:id="${ids}"/></w:r>`,
    )(xml);
const commented = (bytes: Uint8Array, comments: string) =>
  withPart(bytes, "word/comments.xml", () => `<w:comments xmlns:w="w">${comments}</w:comments>`);
const comment = (text: string, id = "7", author = "Els Dam") =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-07-02T10:00:00Z"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
const told = ({ kind, section, on: about, how, why, author }: Proposal) => ({
  kind,
  section,
  on: about?.blockId ?? null,
  how,
  why,
  author,
});
const words = (one: Proposal | undefined) => (one?.document ? plainFromDoc(one.document, () => "") : null);

describe("a file in which nothing was changed", () => {
  it("brings nothing", async () => {
    expect(await proposed(file)).toEqual([]);
  });
});

describe("a change in a footnote", () => {
  const noted = (change: (xml: string) => string) => withPart(file, "word/footnotes.xml", change);
  const about = { kind: "comment", section: "1.1", on: "block-F1", how: "bookmark", why: "note" };
  const mark = /<w:r>(?:(?!<\/w:r>).)*<w:footnoteReference[^>]*\/>(?:(?!<\/w:r>).)*<\/w:r>/u;

  it("is a comment on the statement whose note it is, by who made it", async () => {
    const [one, ...more] = await proposed(
      noted(replaceRun(" Gemeten in mei.", tracked("del", " Gemeten in mei.") + tracked("ins", "Gemeten in juni."))),
    );
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toEqual({ ...about, author: "Jan Bos" });
    expect(one).toMatchObject({ before: "Gemeten in mei.", after: "Gemeten in juni.", at: "2026-07-03T09:00:00Z", document: null });
  });

  it("is the same where its mark was taken out of the text, and leaves the words of the statement as they are", async () => {
    const taken = (xml: string) =>
      xml.replace(mark, (run) => `<w:del w:id="901" w:author="Jan Bos" w:date="2026-07-03T09:00:00Z">${run}</w:del>`);
    const [one, ...more] = await proposed(edited(taken));
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toEqual({ ...about, author: "Jan Bos" });
    expect(one).toMatchObject({ before: "Gemeten in mei.", after: "" });
  });

  it("is the same where a note was added after it, in a file that keeps no track", async () => {
    const note = `<w:footnote w:id="77"><w:p>${run(" Volgens wie?")}</w:p></w:footnote>`;
    const added = noted((xml) => xml.replace("</w:footnotes>", `${note}</w:footnotes>`));
    const [one, ...more] = await proposed(
      edited((xml) => xml.replace(mark, (found) => `${found}<w:r><w:footnoteReference w:id="77"/></w:r>`), added),
    );
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toEqual({ ...about, author: "Grondslag" });
    expect(one).toMatchObject({ before: "", after: "Volgens wie?", at: null });
  });

  it("is said once where the statement is shown again with the same note, and where it is shown again alone too", async () => {
    const base = content();
    const twice = {
      ...base,
      sections: base.sections.map((one) =>
        one.code === "summary" ? { ...one, blocks: [{ kind: "repeat" as const, statementId: "F1" }] } : one,
      ),
    };
    const order = orderFor(twice);
    const bytes = await writeDocx(order);
    const edition = { paragraphs: (await readAnnotated(bytes)).paragraphs, document: order.document, texts: textsOfContent(twice) };
    const changed = (change: (xml: string) => string) => withPart(bytes, "word/footnotes.xml", change);
    for (const each of [changed((xml) => xml.replaceAll("in mei", "in juni")), changed((xml) => xml.replace("in mei", "in juni"))]) {
      const found = proposalsOf(edition, await readAnnotated(each));
      expect(found.map(({ kind, section, on: about, why, before, after }) => [kind, section, about?.blockId, why, before, after])).toEqual([
        ["comment", "1.1", "block-F1", "note", "Gemeten in mei.", "Gemeten in juni."],
      ]);
    }
  });

  it("puts a comment on the words of a note on the statement", async () => {
    const bytes = commented(noted(on(" Gemeten in mei.")), comment("Welk jaar?"));
    const [one, ...more] = await proposed(bytes);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: "comment", on: { blockId: "block-F1" }, text: "Welk jaar?", author: "Els Dam" });
  });
});

describe("a change in a statement", () => {
  it("is another wording of the whole statement, with its marks, its note and its other paragraph, by who made it", async () => {
    const [one, ...more] = await proposed(edited(replaceRun("lekt", tracked("del", "lekt") + tracked("ins", "druppelt"))));
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toEqual({
      kind: "suggestion",
      section: "1.1",
      on: "block-F1",
      how: "bookmark",
      why: null,
      author: "Jan Bos",
    });
    expect(words(one)).toBe("De kraan **druppelt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.");
    expect(one).toMatchObject({
      before: expect.stringContaining("lekt") as string,
      after: expect.stringContaining("druppelt") as string,
      at: "2026-07-03T09:00:00Z",
    });
  });

  it("is the same without being kept track of, by who saved the file", async () => {
    const bytes = withPart(edited(replaceRun("lekt", run("druppelt"))), "docProps/core.xml", (xml) =>
      xml.replace(
        /<cp:lastModifiedBy>[^<]*<\/cp:lastModifiedBy>|(?=<\/cp:coreProperties>)/u,
        "<cp:lastModifiedBy>Bo Smit</cp:lastModifiedBy>",
      ),
    );
    const [one] = await proposed(bytes);
    expect(one).toMatchObject({ kind: "suggestion", author: "Bo Smit", at: null });
    expect(words(one)).toBe("De kraan **druppelt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.");
  });

  it("may cut a paragraph in two or put one in: the words stay those of one statement", async () => {
    const cut = (xml: string) =>
      xml.replace(
        /(<w:p>(?:(?!<\/w:p>).)*Het water loopt weg\.(?:(?!<\/w:p>).)*<\/w:p>)/u,
        (p) => p + p.replace("Het water loopt weg.", "Naar de zee."),
      );
    expect(words((await proposed(edited(cut)))[0])).toBe(
      "De kraan **lekt** al jaren[^Gemeten in mei.].\n\nHet water loopt weg.\n\nNaar de zee.",
    );
  });

  it("is found by its words where the bookmark is gone, and its number doesn't become part of it", async () => {
    const bare = (xml: string) => replaceRun("lekt", run("druppelt"))(xml).replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/gu, "");
    const [one, ...more] = await proposed(edited(bare));
    expect([told(one as Proposal), more]).toEqual([
      { kind: "suggestion", section: "1.1", on: "block-F1", how: "text", why: null, author: expect.any(String) as string },
      [],
    ]);
    expect(one?.after).toBe("De kraan druppelt al jaren.\n\nHet water loopt weg.");
  });

  it("that leaves nothing of it is told on the statement, for it can't be suggested", async () => {
    const gone = (xml: string) => xml.replaceAll(/<w:p>(?:(?!<\/w:p>).)*(?:al jaren|Het water loopt weg)(?:(?!<\/w:p>).)*<\/w:p>/gu, "");
    expect((await proposed(edited(gone))).map(told)).toEqual([
      { kind: "comment", section: "1.1", on: "block-F1", how: null, why: "removed", author: expect.any(String) as string },
    ]);
  });
});

describe("a change in running text", () => {
  it("rewords the item of a list, even all its words, and takes one away", async () => {
    const [one] = await proposed(edited(replaceRun("het riool", run("de afvoer"))));
    expect(told(one as Proposal)).toMatchObject({ kind: "suggestion", section: "1", on: "b1", how: "bookmark" });
    expect(words(one)).toContain("- de kraan\n- de afvoer\n\nTot slot.");
    const [less] = await proposed(edited(replaceRun("het riool", tracked("del", "het riool"))));
    expect(words(less)).toContain("- de kraan\n\nTot slot.");
  });

  it("is said on the statement where it is shown again, once for all places that were changed alike", async () => {
    const again = tracked("del", "Bewering C1.") + tracked("ins", "Bewering C1 klopt.");
    const [one, ...more] = await proposed(edited(replaceRun("Bewering C1\\.", again)));
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toMatchObject({ kind: "comment", section: "2", on: "block-C1", why: "beside", author: "Jan Bos" });
    expect(one).toMatchObject({ before: "Bewering C1.", after: "Bewering C1 klopt." });
    const everywhere = (xml: string) => replaceRun("Bewering C1\\.", again)(replaceRun("Bewering C1\\.", again)(xml));
    const both = await proposed(edited(everywhere));
    expect(both.map(({ kind, on }) => [kind, on?.blockId])).toEqual([["suggestion", "block-C1"]]);
  });

  it("is a remark where the tool makes the text", async () => {
    const [one] = await proposed(edited(replaceRun("Kranen in de stad", tracked("ins", "Mooie ") + run("Kranen in de stad"))));
    expect(one).toMatchObject({
      kind: "remark",
      section: null,
      why: "made",
      before: "Kranen in de stad",
      after: "Mooie Kranen in de stad",
    });
  });
});

describe("a comment", () => {
  it("is on the words that it was made on, with its author and the answers to it", async () => {
    const bytes = withPart(
      commented(
        edited(on("lekt")),
        comment("Sinds wanneer? 👋").replace("<w:p>", '<w:p w14:paraId="A1">') +
          comment("Zie bijlage", "8", "Jan Bos").replace("<w:p>", '<w:p w14:paraId="A2">'),
      ),
      "word/commentsExtended.xml",
      () =>
        '<w15:commentsEx xmlns:w15="w15"><w15:commentEx w15:paraId="A1" w15:done="0"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/></w15:commentsEx>',
    );
    const [one, ...more] = await proposed(bytes);
    expect(more).toEqual([]);
    expect(told(one as Proposal)).toEqual({
      kind: "comment",
      section: "1.1",
      on: "block-F1",
      how: "bookmark",
      why: null,
      author: "Els Dam",
    });
    expect(one).toMatchObject({
      text: "Sinds wanneer? 👋",
      quote: "lekt",
      span: { start: 9, end: 13 },
      answers: [{ author: "Jan Bos", text: "Zie bijlage" }],
    });
  });

  it("on a repeated statement is on the statement at its home", async () => {
    const [one] = await proposed(commented(edited(on("Bewering C1.")), comment("Mooi")));
    expect(told(one as Proposal)).toMatchObject({ kind: "comment", section: "2", on: "block-C1" });
    expect(one?.span).toEqual({ start: 0, end: 12 });
  });

  it("on a heading is on its section, in the list of contents or on nothing a remark", async () => {
    const heading = await proposed(
      commented(
        edited((xml) => on("1.1 Deel 1.1")(xml)),
        comment("Andere kop"),
      ),
    );
    expect(heading.map(told)).toEqual([{ kind: "comment", section: "1.1", on: null, how: "bookmark", why: null, author: "Els Dam" }]);
    const contents = await proposed(commented(edited(on("Inhoud")), comment("Te lang")));
    expect(contents.map(told)).toEqual([{ kind: "remark", section: null, on: null, how: null, why: "made", author: "Els Dam" }]);
    expect((await proposed(commented(file, comment("Los")))).map(told)).toEqual([
      { kind: "remark", section: null, on: null, how: null, why: "nowhere", author: "Els Dam" },
    ]);
  });

  it("keeps words of any length, and of names and words nothing that hides or reorders letters", async () => {
    const [long] = await proposed(commented(edited(on("lekt")), comment("x".repeat(5_000))));
    expect(long).toMatchObject({ kind: "remark", why: "too-long" });
    expect(long?.text).toHaveLength(5_000);
    const [odd] = await proposed(commented(edited(on("lekt")), comment("a\u0085b\u202E", "7", "\u202EEls\u200B\u0007")));
    expect([odd?.author, odd?.text]).toEqual(["Els", "ab\u202E"]);
  });
});

describe("a file that can't be read", () => {
  it("holds macros, or is no Word file", async () => {
    await expect(readAnnotated(withPart(file, "word/vbaProject.bin", () => "x"))).rejects.toMatchObject({ problem: "macros" });
    await expect(readAnnotated(new TextEncoder().encode("PK no zip"))).rejects.toMatchObject({ problem: "zipBroken" });
    await expect(readAnnotated(edited((xml) => xml.replace("<w:document", "<!DOCTYPE a><w:document")))).rejects.toMatchObject({
      problem: "doctype",
    });
  });
});
