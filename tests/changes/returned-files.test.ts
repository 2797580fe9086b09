import { beforeAll, describe, expect, it } from "vitest";
import { prepareReturned } from "~/features/returned-files/prepare-returned.server";
import { finishRemark, leaveItems, placeRemark } from "~/features/returned-files/settle-items.server";
import { takeItems } from "~/features/returned-files/take-items.server";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { acceptSuggestion } from "~/features/suggestions/accept-suggestion.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { readStoredBytes } from "~/platform/files.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { commenting, editInLibreOffice, noting, replacing, tracking } from "../support/libreoffice";
import { withPart } from "../support/returned-file";
import { watchFiles } from "../support/stored-files";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";

useDatabase();
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let sent: Uint8Array;
let returned: Uint8Array;
const blocks = { finding: "", second: "", text: "", untouched: "" };

/** What somebody does with the file: an untracked and a tracked change, and comments on a statement, in running text and on the contents. */
const work =
  replacing("Leidingen lekken vaak.", "Leidingen lekken zelden.") +
  tracking +
  replacing("drie jaar", "vier jaar") +
  noting("Gemeten door het rijk.") +
  commenting("Na vier jaar", "Jan Bos", "Volgens wie?") +
  commenting("De stad groeit", "Els Dam 👋", "Sinds wanneer?") +
  commenting("Inhoud", "Els Dam 👋", "Deze lijst is te lang");

beforeAll(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  const section = scene.section("3.1");
  const block = async (text: string, kind: "finding" | "text" = "finding") =>
    (await givenBlock(cast, section, { kind, text: { text } })).id;
  blocks.text = await block("De stad **groeit** snel.\n\nHet water volgt.", "text");
  blocks.finding = await block("Kranen werken *ruim* drie jaar.");
  blocks.second = await block("Na vier jaar staat de helft stil[^Gemeten door de stad.].");
  blocks.untouched = await block("Leidingen lekken vaak.");
  const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  const made = await compileEdition(as(cast.lead, hour(6)), { assessment, languages: ["nl"], purpose: "concept", formats: ["docx"] });
  sent = await readStoredBytes(made.files[0]?.sha256 ?? "");
  returned = editInLibreOffice(sent, "docx", work);
}, 120_000);

const prepare = (bytes: Uint8Array, person: Person = cast.lead) =>
  prepareReturned(as(person, hour(8)), assessmentId, { name: "concept van Jan.docx", bytes });
const fileNow = () => db.returnedFile.findFirstOrThrow({ where: { assessmentId, number: 1 } });
const itemsNow = async () => db.returnedItem.findMany({ where: { fileId: (await fileNow()).id }, orderBy: { number: "asc" } });
const ref = async () => {
  const { id, version } = await fileNow();
  return { assessmentId, id, version, language: "nl" as const };
};
const numbersOf = async (kind: string) => (await itemsNow()).filter((item) => item.kind === kind).map(({ number }) => number);
const noteWords =
  "Andere woorden in een voetnoot in het teruggestuurde bestand: “Gemeten door het rijk.” in plaats van “Gemeten door de stad.”";
const wordsOf = (document: string) => textOfDoc(documentOf(document));

describe("bringing in a returned file", () => {
  it("is for the team's writers; the commissioner does not find it, a reviewer may only look", async () => {
    await expect(prepare(returned, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(prepare(returned, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses what is no Word file, holds macros, says nothing of its origin, or is of another study, each with why", async () => {
    const problem = (name: string) => ({ code: "invalid", details: { field: "file", problem: name } });
    await expect(prepare(new TextEncoder().encode("Beste Lotte"))).rejects.toMatchObject(problem("returned-content"));
    await expect(prepare(withPart(sent, "word/vbaProject.bin", () => "x"))).rejects.toMatchObject(problem("returned-macros"));
    const bare = withPart(sent, "customXml/item1.xml", () => "<a/>");
    await expect(prepare(bare)).rejects.toMatchObject(problem("returned-no-origin"));
    const other = withPart(sent, "customXml/item1.xml", (xml) => xml.replaceAll(/[0-9a-f]{64}/gu, "0".repeat(64)));
    await expect(prepare(other)).rejects.toMatchObject(problem("returned-other"));
    const elsewhere = prepareReturned(as(cast.outsider, hour(8)), cast.otherAssessment.id, { name: "a.docx", bytes: returned });
    await expect(elsewhere).rejects.toMatchObject(problem("returned-other"));
    expect(await db.returnedFile.count()).toBe(0);
  });

  it("keeps no file where it can't be recorded", async () => {
    const filesThere = await watchFiles();
    const noTime = as(cast.lead, new Date(NaN));
    await expect(prepareReturned(noTime, assessmentId, { name: "a.docx", bytes: returned })).rejects.toThrow();
    expect([await db.returnedFile.count(), await filesThere()]).toEqual([0, []]);
  });

  it("keeps what was found where it belongs, with one event, and takes nothing over", async () => {
    const seq = await lastSeq(assessmentId);
    expect(await prepare(returned)).toEqual({ number: 1, again: false });
    expect(await actionsSince(assessmentId, seq)).toEqual(["returned-file.prepare"]);
    const items = await itemsNow();
    expect(items.map(({ kind, blockId, how, why }) => [kind, blockId, how, why])).toEqual([
      ["remark", null, null, "made"],
      ["comment", blocks.text, "bookmark", null],
      ["suggestion", blocks.finding, "bookmark", null],
      ["comment", blocks.second, "bookmark", null],
      ["comment", blocks.second, "bookmark", "note"],
      ["suggestion", blocks.untouched, "bookmark", null],
    ]);
    expect([items[1]?.author, items[3]?.author]).toEqual(["Els Dam 👋", "Jan Bos"]);
    expect([await db.comment.count(), await db.suggestion.count()]).toEqual([0, 0]);
  });

  it("doesn't read the same file twice", async () => {
    const seq = await lastSeq(assessmentId);
    expect(await prepare(returned, cast.secondResearcher)).toEqual({ number: 1, again: true });
    expect(await actionsSince(assessmentId, seq)).toEqual([]);
  });

  it("says of a file in which nothing was changed that there is nothing", async () => {
    expect(await prepare(sent)).toEqual({ number: 2, again: false });
    expect(await db.returnedFile.findFirstOrThrow({ where: { number: 2 } })).toMatchObject({ itemCount: 0 });
  });
});

describe("taking over", () => {
  it("is refused for a stale page, for nothing, for remarks, and for other words in a section that she writes herself", async () => {
    const [items, at] = [await numbersOf("suggestion"), await ref()];
    await expect(takeItems(as(cast.lead, hour(9)), { ...at, version: 7, items })).rejects.toMatchObject({ code: "conflict" });
    await expect(takeItems(as(cast.lead, hour(9)), { ...at, items: [] })).rejects.toMatchObject({ details: { problem: "returned-none" } });
    await expect(takeItems(as(cast.lead, hour(9)), { ...at, items: [99] })).rejects.toMatchObject({ code: "not-found" });
    await expect(takeItems(as(cast.lead, hour(9)), { ...at, items: await numbersOf("remark") })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await expect(takeItems(as(cast.reviewer, hour(9)), { ...at, items })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeItems(as(cast.researcher, hour(9)), { ...at, items })).rejects.toMatchObject({
      code: "forbidden",
      details: { permission: "suggestion.make" },
    });
    expect([await db.comment.count(), await db.suggestion.count(), (await fileNow()).version]).toEqual([0, 0, 1]);
  });

  it("makes comments and suggestions on the right texts in the ordinary way, on behalf of who wrote them", async () => {
    const seq = await lastSeq(assessmentId);
    await takeItems(as(cast.lead, hour(9)), {
      ...(await ref()),
      items: [...(await numbersOf("comment")), ...(await numbersOf("suggestion"))],
    });
    expect(await actionsSince(assessmentId, seq)).toEqual([
      "comment.add",
      "suggestion.make",
      "comment.add",
      "comment.add",
      "suggestion.make",
      "returned-file.take",
    ]);
    const comments = await db.comment.findMany({ orderBy: { number: "asc" } });
    expect(comments.map(({ blockId, passage, text, byId }) => [blockId, passage, text, byId])).toEqual([
      [blocks.text, "De stad groeit", "Sinds wanneer?", cast.lead.id],
      [blocks.second, "Na vier jaar", "Volgens wie?", cast.lead.id],
      [blocks.second, null, noteWords, cast.lead.id],
    ]);
    const suggestions = await db.suggestion.findMany({ orderBy: { number: "asc" } });
    expect(suggestions.map(({ blockId, document, byId }) => [blockId, wordsOf(document), byId])).toEqual([
      [blocks.finding, "Kranen werken ruim vier jaar.", cast.lead.id],
      [blocks.untouched, "Leidingen lekken zelden.", cast.lead.id],
    ]);
    const outside = await db.outsideAuthor.findMany();
    const nameOf = (id: string | undefined) => outside.find(({ recordId }) => recordId === id)?.name;
    expect([nameOf(comments[0]?.id), nameOf(comments[1]?.id)]).toEqual(["Els Dam 👋", "Jan Bos"]);
    expect(new Set((await itemsNow()).map(({ kind, state }) => `${kind} ${state}`))).toEqual(
      new Set(["remark open", "comment taken", "suggestion taken"]),
    );
  });

  it("isn't done twice, and what was taken over isn't left out", async () => {
    const items = await numbersOf("comment");
    await expect(takeItems(as(cast.lead, hour(10)), { ...(await ref()), items })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(leaveItems(as(cast.lead, hour(10)), { ...(await ref()), items })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("leaves the words to a writer, merged with what was written since the edition", async () => {
    await saveBlock(as(cast.researcher, hour(11)), {
      ...{ assessmentId, id: blocks.finding, version: 1 },
      text: { text: "Zuinige kranen werken *ruim* drie jaar." },
    });
    const { id, version } = await db.suggestion.findFirstOrThrow({ where: { blockId: blocks.finding } });
    await acceptSuggestion(as(cast.researcher, hour(12)), { assessmentId, id, version });
    const { document } = await db.block.findUniqueOrThrow({ where: { id: blocks.finding } });
    expect(wordsOf(document)).toBe("Zuinige kranen werken ruim vier jaar.");
  });
});

describe("a remark without a place", () => {
  it("is placed on a section by hand, with the words that it is about, or marked as done", async () => {
    const [item = 0] = await numbersOf("remark");
    await expect(placeRemark(as(cast.lead, hour(13)), { ...(await ref()), item, section: "9" })).rejects.toMatchObject({
      details: { field: "section", problem: "choose" },
    });
    const seq = await lastSeq(assessmentId);
    await placeRemark(as(cast.lead, hour(13)), { ...(await ref()), item, section: "3.1" });
    expect(await actionsSince(assessmentId, seq)).toEqual(["comment.add", "returned-file.place"]);
    const { text, blockId } = await db.comment.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect([text, blockId]).toEqual(["“Inhoud”\n\nDeze lijst is te lang", null]);
    await expect(finishRemark(as(cast.lead, hour(13)), { ...(await ref()), item })).rejects.toMatchObject({ code: "wrong-state" });
  });
});
