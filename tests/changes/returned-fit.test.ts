import { beforeAll, describe, expect, it } from "vitest";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { listMyComments, commentsAsk } from "~/features/comments/list-my-comments.server";
import { loadReturned } from "~/features/returned-files/load-returned.server";
import { prepareReturned } from "~/features/returned-files/prepare-returned.server";
import { leaveItems } from "~/features/returned-files/settle-items.server";
import { takeItems } from "~/features/returned-files/take-items.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { makeSuggestion } from "~/features/suggestions/make-suggestion.server";
import { withdrawSuggestion } from "~/features/suggestions/settle-suggestion.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import type { Viewer } from "~/platform/guard.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { withPart } from "../support/returned-file";
import { givenBlock, givenSections } from "../support/section-scene";

useDatabase();
let cast: Cast;
let assessmentId: string;
const blocks = { first: "", second: "" };

const study = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return row;
};
const viewer = (person: Person): Viewer => ({
  ...{ id: person.id, name: person.name, email: "x@example.org", demo: false, sessionId: "s", language: "nl" },
  ...{ administrator: false, mayStart: false, roles: { [assessmentId]: "lead" } },
});

beforeAll(async () => {
  cast = await loadCast();
  const scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  const finding = async (text: string) => (await givenBlock(cast, scene.section("3.1"), { kind: "finding", text: { text } })).id;
  blocks.first = await finding("Kranen werken ruim drie jaar[^Gemeten in mei.].");
  blocks.second = await finding("Leidingen lekken vaak.");
  const made = await compileEdition(as(cast.lead, hour(6)), {
    assessment: await study(),
    languages: ["nl"],
    purpose: "concept",
    formats: ["docx"],
  });
  const sent = await readStoredBytes(made.files[0]?.sha256 ?? "");
  const texts = withPart(sent, "word/document.xml", (xml) =>
    xml.replaceAll("drie jaar", "vier jaar").replaceAll("Leidingen lekken vaak", "Leidingen lekken zelden"),
  );
  const bytes = withPart(texts, "word/footnotes.xml", (xml) => xml.replace("in mei", "in juni"));
  await prepareReturned(as(cast.lead, hour(8)), assessmentId, { name: "terug.docx", bytes });
});

const suggest = (blockId: string, text: string) =>
  makeSuggestion(as(cast.reviewer, hour(8)), { assessmentId, blockId, version: 1, text: { text }, reason: "" });
const page = async () => loadReturned(db, viewer(cast.lead), { ...(await study()), role: "lead" }, "1");
const found = async () => (await page()).groups.flatMap(({ items }) => items);
const fits = async () =>
  (await found())
    .filter(({ kind }) => kind === "suggestion")
    .map(({ since, elsewhere, collides, others }) => ({ since, elsewhere, collides, others }));

describe("the page of a returned file", () => {
  it("says which suggestions are open on the same text, and whether both can be accepted", async () => {
    const none = { since: false, elsewhere: false, collides: false, others: [] };
    expect(await fits()).toEqual([none, none]);
    await suggest(blocks.first, "Kranen werken ruim vijf jaar[^Gemeten in mei.].");
    await suggest(blocks.second, "De meeste leidingen lekken vaak.");
    expect((await fits()).map(({ others }) => others)).toEqual([
      [{ number: 1, section: "3.1", fit: "collides" }],
      [{ number: 2, section: "3.1", fit: "fits" }],
    ]);
    for (const { id, version } of await db.suggestion.findMany())
      await withdrawSuggestion(as(cast.reviewer, hour(8)), { assessmentId, id, version });
    expect(await fits()).toEqual([none, none]);
  });

  it("says where the same words were edited since the edition, and where other words were", async () => {
    const write = (id: string, text: string) => saveBlock(as(cast.researcher, hour(8)), { assessmentId, id, version: 1, text: { text } });
    await suggest(blocks.first, "Kranen werken ruim vijf jaar[^Gemeten in mei.].");
    await write(blocks.first, "Kranen werken ruim tien jaar[^Gemeten in mei.].");
    await write(blocks.second, "Oude leidingen lekken vaak.");
    const standing = async () => (await fits()).map(({ since, elsewhere, collides }) => ({ since, elsewhere, collides }));
    expect(await standing()).toEqual([
      { since: true, elsewhere: false, collides: true },
      { since: true, elsewhere: true, collides: false },
    ]);
    // The suggestion that is still open is about words that were edited too: it can't be accepted any more.
    expect((await fits())[0]?.others).toEqual([{ number: 3, section: "3.1", fit: "lapsed" }]);
    const items = (await found()).filter(({ kind }) => kind === "suggestion").map(({ number }) => number);
    const { id, version } = (await page()).file;
    await leaveItems(as(cast.lead, hour(9)), { assessmentId, id, version, items });
    // Nobody looks where words were edited once an item is dealt with.
    const settled = { since: true, elsewhere: false, collides: false };
    expect(await standing()).toEqual([settled, settled]);
  });
});

describe("my comments", () => {
  it("names whose words were taken over from a returned file, of a footnote too", async () => {
    const items = (await found()).filter(({ why }) => why === "note").map(({ number }) => number);
    const { id, version } = (await page()).file;
    await takeItems(as(cast.lead, hour(9)), { assessmentId, id, version, items, language: "nl" });
    const { comments } = await listMyComments(
      db,
      viewer(cast.lead),
      { ...(await study()), role: "lead" },
      commentsAsk(new URLSearchParams()),
    );
    expect(comments.map(({ text, outside }) => ({ text, outside }))).toEqual([
      {
        text: "Andere woorden in een voetnoot in het teruggestuurde bestand: “Gemeten in juni.” in plaats van “Gemeten in mei.”",
        outside: "Grondslag",
      },
    ]);
  });
});
