import { createElement } from "react";
import { beforeEach, expect, it } from "vitest";
import type { ImportAnswer } from "~/features/sources/act-on-import.server";
import { decideImport } from "~/features/sources/decide-import.server";
import { discardImport } from "~/features/sources/discard-import.server";
import { ImportPage } from "~/features/sources/import-page";
import { takeImport } from "~/features/sources/take-import.server";
import { db } from "~/platform/db.server";
import * as importRoute from "~/routes/assessments.$slug.sources.imports.$n";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenImport, risRecord } from "../support/import-scene";
import { givenProtocol, hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { readMarkup, tagsOf } from "../ui/markup";
import { renderOnServer } from "../ui/render";

useDatabase("per test");
let cast: Cast;
let draft: { id: string; number: number };
const slug = "cast-study";
beforeEach(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  const again = risRecord("A new work on roads and bridges");
  draft = await givenImport(cast, risRecord("Wells") + risRecord("Pumps") + again + again);
});

const post = async (who: Person, form: Record<string, string | readonly string[]>) =>
  ask(importRoute.action, await signedIn(who.id, `/assessments/${slug}/sources/imports/${draft.number}`, { form }), {
    slug,
    n: String(draft.number),
  });
const answered = async (who: Person, form: Record<string, string | readonly string[]>) => {
  const { status, data } = await post(who, form);
  return { ...(data as ImportAnswer), status };
};
const named = () => ({ assessmentId: cast.assessment.id, id: draft.id, version: 1 });
const decisions = async () =>
  (await db.sourceImportRecord.findMany({ where: { importId: draft.id }, orderBy: { place: "asc" } })).map(({ decision }) => decision);

/** What the researcher read, and what she then chose: to skip the second and to add the fourth, which is there twice. */
const chosen = {
  intent: "decide",
  version: "1",
  was: ["1:add", "2:add", "3:add", "4:same"],
  decision: ["1:add", "2:skip", "3:add", "4:add"],
};

it("gives decisions back that were made while somebody else decided, beside hers, and saves them at the version shown", async () => {
  const hers = { ...named(), decisions: [1, 4].map((place) => ({ place, decision: "skip" as const })) };
  await decideImport(as(cast.secondResearcher, hour(2)), hers);
  const { status, problem, meanwhile } = await answered(cast.researcher, chosen);
  expect(status).toBe(409);
  expect(meanwhile).toEqual({
    by: "Samir Haddad",
    at: hour(2),
    decisions: [
      { place: 1, theirs: "skip", mine: "add", from: "theirs" },
      { place: 2, theirs: "add", mine: "skip", from: "mine" },
      { place: 4, theirs: "skip", mine: "add", from: "both" },
    ],
  });
  expect(problem?.values["decision"]).toEqual(["1:skip", "2:skip", "3:add", "4:add"]);
  expect(await decisions()).toEqual(["skip", "add", "add", "skip"]);
  const again = { ...chosen, version: "2", decision: problem?.values["decision"] ?? [] };
  expect((await post(cast.researcher, again)).status).toBe(302);
  expect(await decisions()).toEqual(["skip", "skip", "add", "add"]);
});

it("shows on the page what was chosen, what stands now, and where to look", async () => {
  await decideImport(as(cast.secondResearcher, hour(2)), { ...named(), decisions: [{ place: 4, decision: "skip" }] });
  const { problem, meanwhile } = await answered(cast.researcher, chosen);
  const page = await pageWith(problem?.values["decision"] ?? [], meanwhile);
  const selected = tagsOf(page, "option").filter(({ attributes }) => attributes.has("selected"));
  expect(selected.map(({ attributes }) => attributes.get("value"))).toEqual(["1:add", "2:skip", "3:add", "4:add"]);
  const words = page[0]?.text() ?? "";
  expect(words).toContain("Samir Haddad changed this import meanwhile (13:00)");
  expect(words).toContain("Samir Haddad decided: Skip. Chosen here, not saved: Add as a new source.");
  expect(tagsOf(page, "a").flatMap(({ attributes }) => attributes.get("href")?.match(/^#record.*/u) ?? [])).toEqual(["#record-4"]);
  const was = tagsOf(page, "input").filter(({ attributes }) => attributes.get("name") === "was");
  expect(was.map(({ attributes }) => attributes.get("value"))).toEqual(["1:add", "2:add", "3:add", "4:skip"]);
});

it("tells what was chosen and can't be kept, because the import was taken over meanwhile", async () => {
  await takeImport(as(cast.secondResearcher, hour(3)), named());
  const { status, problem, meanwhile } = await answered(cast.researcher, chosen);
  expect(status).toBe(409);
  expect(meanwhile?.decisions.map(({ place, mine }) => [place, mine])).toEqual([
    [2, "skip"],
    [4, "add"],
  ]);
  const words = (await pageWith(problem?.values["decision"] ?? [], meanwhile))[0]?.text() ?? "";
  expect(words).toContain("Samir Haddad took this import over meanwhile (14:00)");
  expect(words).toContain("Not saved: Skip. Decided: Add as a new source.");
});

it("does not take over what somebody put aside or decided on meanwhile, and says who", async () => {
  await decideImport(as(cast.secondResearcher, hour(2)), { ...named(), decisions: [{ place: 1, decision: "skip" }] });
  expect(await answered(cast.researcher, { intent: "take", version: "1" })).toMatchObject({
    status: 409,
    meanwhile: { by: "Samir Haddad", decisions: [] },
  });
  await discardImport(as(cast.secondResearcher, hour(3)), { ...named(), version: 2 });
  const { meanwhile } = await answered(cast.researcher, { intent: "take", version: "2" });
  expect((await pageWith([], meanwhile))[0]?.text()).toContain("Samir Haddad put this import aside meanwhile (14:00)");
});

const taken = { ...chosen, intent: "take" };
const titlesTaken = async () =>
  (await db.source.findMany({ orderBy: { number: "asc" }, select: { title: true } })).map(({ title }) => title);

it("takes along what was chosen on the page and not saved, and is done when the button is pressed twice", async () => {
  expect((await post(cast.researcher, taken)).status).toBe(302);
  expect(await titlesTaken()).toEqual(["Wells", "A new work on roads and bridges", "A new work on roads and bridges"]);
  expect((await post(cast.researcher, taken)).status).toBe(302);
  expect((await post(cast.researcher, { intent: "take", version: "1" })).status).toBe(302);
  expect(await titlesTaken()).toHaveLength(3);
});

it("is done for both of two presses at once", async () => {
  const answers = await Promise.all([post(cast.researcher, taken), post(cast.researcher, taken)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(await titlesTaken()).toHaveLength(3);
});

it("tells who pressed it again with another choice that this is not kept", async () => {
  await post(cast.researcher, taken);
  const { status, meanwhile } = await answered(cast.researcher, { ...taken, decision: ["1:skip", "2:skip", "3:add", "4:add"] });
  expect(status).toBe(409);
  expect(meanwhile?.decisions).toMatchObject([{ place: 1, theirs: "add", mine: "skip" }]);
});

it("sends the decisions on the page along with the button that takes over", async () => {
  const page = await pageWith([], undefined);
  const [form] = tagsOf(page, "form").filter(({ attributes }) => attributes.has("id"));
  const take = tagsOf(page, "button").find(({ attributes }) => attributes.get("value") === "take");
  expect(take?.text()).toBe("Save decisions and take over");
  expect(take?.attributes.get("form")).toBe(form?.attributes.get("id"));
});

it("gives decisions back that were refused", async () => {
  const { status, problem } = await answered(cast.researcher, { ...chosen, decision: ["1:skip", "2:enrich"] });
  expect(status).toBe(422);
  expect(problem?.values["decision"]).toEqual(["1:skip", "2:enrich"]);
});

async function pageWith(given: readonly string[], meanwhile: ImportAnswer["meanwhile"]) {
  const request = await signedIn(cast.researcher.id, `/assessments/${slug}/sources/imports/${draft.number}`);
  const shown = await importRoute.loader({ request, params: { slug, n: String(draft.number) }, context: { nonce: "", requestId: "" } });
  const page = createElement(ImportPage, { ...shown, errors: null, chosen: given, meanwhile });
  return readMarkup(await renderOnServer(createElement("div", null, page), "en"));
}
