import { beforeEach, describe, expect, it } from "vitest";
import type { loadComments } from "~/features/comments/load-comments.server";
import type { PointView } from "~/features/comments/load-point.server";
import type { MyComments } from "~/features/comments/list-my-comments.server";
import { addComment } from "~/features/comments/add-comment.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { removeBlock } from "~/features/sections/remove-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { unlink } from "~/features/sections/unlink.server";
import type { SuggestionView } from "~/features/suggestions/load-suggestion.server";
import { db } from "~/platform/db.server";
import { citableLinks } from "~/platform/read-text.server";
import { passageKey } from "~/ui/passages";
import * as mineRoute from "~/routes/assessments.$slug.comments";
import * as pointRoute from "~/routes/assessments.$slug.sections.$code.comments.$n";
import * as listRoute from "~/routes/assessments.$slug.sections.$code.comments._index";
import * as readRoute from "~/routes/assessments.$slug.sections.$code._index";
import * as suggestRoute from "~/routes/assessments.$slug.sections.$code.suggest.$block";
import * as suggestionRoute from "~/routes/assessments.$slug.sections.$code.suggestions.$n";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let block: { id: string; version: number };
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  block = await givenBlock(cast, scene.section("3.1"));
});

type Handler = Parameters<typeof ask>[0];
const path = "/assessments/cast-study/sections/3.1";
const get = async (who: Person, loader: Handler, more: Record<string, string> = {}, query = "") =>
  ask(loader, await signedIn(who.id, `${path}/x${query}`), { slug: "cast-study", code: "3.1", ...more });
const post = async (who: Person, action: Handler, form: Record<string, string>, more: Record<string, string> = {}) =>
  ask(action, await signedIn(who.id, `${path}/x`, { form }), { slug: "cast-study", code: "3.1", ...more });
const form = (more: Record<string, string> = {}) => ({
  intent: "add",
  text: "Waar blijkt dit uit?",
  block: block.id,
  language: "nl",
  from: "read",
  ...more,
});
type View = Awaited<ReturnType<typeof loadComments>>;
const listed = async (who: Person, query = "") => (await get(who, listRoute.loader, {}, query)).data as View;

describe("a form about comments", () => {
  it("leads back to where it was sent from, and keeps what was typed when words stand there twice or not at all", async () => {
    const done = await post(cast.reviewer, listRoute.action, form({ quote: "drie jaar" }));
    expect(done).toMatchObject({ status: 302, location: `${path}#comment-1` });
    const twice = await post(cast.reviewer, listRoute.action, form({ quote: "r" }));
    expect(twice).toMatchObject({
      status: 422,
      data: { fields: { quote: ["passage-twice"] }, values: { text: ["Waar blijkt dit uit?"] } },
    });
    expect(await post(cast.reviewer, listRoute.action, form({ quote: "r", which: "1" }))).toMatchObject({ status: 302 });
    expect(await post(cast.reviewer, listRoute.action, form({ quote: "vijf" }))).toMatchObject({ status: 422 });
    expect(await post(cast.reviewer, listRoute.action, form({ text: " " }))).toMatchObject({
      status: 422,
      data: { fields: { text: ["required"] } },
    });
    expect(await post(cast.reviewer, listRoute.action, form({ start: "14", end: "23", textVersion: "1", from: "review" }))).toMatchObject({
      location: `${path}/review#comment-3`,
    });
  });
});

describe("an answer that is typed", () => {
  const point = async () => (await get(cast.researcher, pointRoute.loader, { n: "1" })).data as PointView;
  const send = async (more: Record<string, string>) => {
    const { id, version } = (await point()).thread;
    return post(cast.researcher, listRoute.action, { id, version: String(version), from: "list", ...more });
  };
  const said = async () => (await point()).thread.answers.map(({ text }) => text);

  it("is sent first when the point is resolved or opened again with it", async () => {
    await post(cast.reviewer, listRoute.action, form());
    expect(await send({ intent: "resolve", text: "Uit tabel 2." })).toMatchObject({ status: 302, location: `${path}/comments#comments` });
    expect(await point()).toMatchObject({ thread: { resolved: { by: cast.researcher.name }, answers: [{ text: "Uit tabel 2." }] } });
    expect(await send({ intent: "reopen", text: "Toch niet." })).toMatchObject({ status: 302 });
    expect(await send({ intent: "resolve", text: "" })).toMatchObject({ status: 302 });
    expect(await said()).toEqual(["Uit tabel 2.", "Toch niet."]);
    const acts = await db.event.findMany({ where: { action: { startsWith: "comment." } }, orderBy: { seq: "asc" } });
    expect(acts.map(({ action }) => action.slice(8))).toEqual(["add", "answer", "resolve", "answer", "reopen", "resolve"]);
  });
  it("stays when resolving is refused, and is not sent twice", async () => {
    await post(cast.reviewer, listRoute.action, form());
    const refused = await send({ intent: "resolve", version: "9", text: "Uit tabel 2." });
    expect(refused).toMatchObject({ status: 409, data: { form: ["changed-meanwhile"] } });
    expect(refused.data).not.toMatchObject({ values: { text: ["Uit tabel 2."] } });
    expect(await said()).toEqual(["Uit tabel 2."]);
  });
  it("is kept when it can't be sent, and nothing is resolved", async () => {
    await post(cast.reviewer, listRoute.action, form());
    const text = "a".repeat(4_001);
    expect(await send({ intent: "resolve", text })).toMatchObject({ status: 422, data: { values: { text: [text] } } });
    expect(await point()).toMatchObject({ thread: { resolved: null, answers: [] } });
  });
});

describe("a passage that was commented on", () => {
  it("is marked where it stands now, and said to have gone when it went", async () => {
    await post(cast.reviewer, listRoute.action, form({ quote: "drie jaar" }));
    const save = (text: string, version: number) =>
      saveBlock(as(cast.researcher, hour(4 + version)), { assessmentId: cast.assessment.id, id: block.id, version, text: { text } });
    await save("In de regel werken kranen drie volle jaar.", 1);
    const key = passageKey(block.id, "nl");
    const moved = await listed(cast.researcher);
    expect(moved.marks[key]).toMatchObject([{ start: 26, end: 41, label: "1" }]);
    expect(moved.threads).toMatchObject([{ fate: "edited", passage: "drie jaar", on: "F1" }]);
    await save("In de regel werken kranen lang.", 2);
    const gone = await listed(cast.researcher, "?points=went");
    expect(gone.marks).toEqual({});
    expect(gone.threads).toMatchObject([{ fate: "went", passage: "drie jaar" }]);
    await save("Kranen werken drie jaar.", 3);
    expect((await listed(cast.researcher)).threads).toMatchObject([{ fate: "same" }]);
  });
});

describe("a draft", () => {
  it("is in no page of anyone else", async () => {
    await addComment(as(cast.lead, hour(3)), {
      assessmentId: cast.assessment.id,
      sectionId: scene.section("3.1"),
      text: "Voor ieder.",
      mentions: [],
      draft: false,
    });
    await post(cast.reviewer, listRoute.action, form({ quote: "drie jaar", text: `Geheim, @${cast.researcher.name}`, keep: "yes" }));
    expect((await listed(cast.reviewer)).drafts).toBe(1);
    expect((await get(cast.reviewer, pointRoute.loader, { n: "d1" })).data as PointView).toMatchObject({ thread: { draft: true } });
    for (const who of [cast.researcher, cast.lead, cast.secondResearcher]) {
      const pages = await Promise.all([
        get(who, listRoute.loader, {}, "?points=all"),
        get(who, readRoute.loader, {}, "?points=all"),
        get(who, mineRoute.loader, {}, "?state=all"),
        get(who, pointRoute.loader, { n: "1" }),
      ]);
      for (const { status, data } of pages) {
        expect(status).toBe(200);
        expect(JSON.stringify(data)).not.toContain("Geheim");
      }
      expect((pages[0].data as View).counts.find(({ filter }) => filter === "all")?.count).toBe(1);
      expect((await get(who, pointRoute.loader, { n: "d1" })).status).toBe(404);
    }
    expect(((await get(cast.researcher, mineRoute.loader)).data as { listed: MyComments }).listed.total).toBe(1);
  });
});

describe("a suggestion", () => {
  it("leads to its page, on which its writer accepts it and anyone else is refused", async () => {
    const made = await post(
      cast.reviewer,
      suggestRoute.action,
      { version: "1", text: "Kranen werken ruim drie jaar.", reason: "Gemeten." },
      { block: "F1" },
    );
    expect(made).toMatchObject({ status: 302, location: `${path}/suggestions/1` });
    const same = await post(
      cast.reviewer,
      suggestRoute.action,
      { version: "1", text: "Kranen werken drie jaar.", reason: "Zo." },
      { block: "F1" },
    );
    expect(same).toMatchObject({ status: 422, data: { fields: { text: ["same-words"] }, values: { reason: ["Zo."] } } });
    const { data } = await get(cast.researcher, suggestionRoute.loader, { n: "1" });
    expect(data).toMatchObject({
      suggested: { before: "Kranen werken drie jaar.", after: "Kranen werken ruim drie jaar." },
      settles: true,
      collides: false,
    });
    const accept = { intent: "accept", id: (data as { id: string }).id, version: "1" };
    expect(await post(cast.reviewer, suggestionRoute.action, accept, { n: "1" })).toMatchObject({ status: 403 });
    expect(await post(cast.researcher, suggestionRoute.action, accept, { n: "1" })).toMatchObject({
      status: 302,
      location: `${path}#block-${block.id}`,
    });
    expect(await post(cast.researcher, suggestionRoute.action, accept, { n: "1" })).toMatchObject({ status: 409 });
  });

  it("says which citations accepting would leave out, and that its text was removed", async () => {
    const place = { assessmentId: cast.assessment.id, blockId: block.id };
    const evidence = { to: { kind: "excerpt" as const, id: scene.excerpt }, kind: "supports" as const };
    await linkEvidence(as(cast.researcher, hour(2)), { ...place, ...evidence });
    const { id: linkId, version } = await db.link.findFirstOrThrow({ where: { fromBlockId: block.id } });
    const [{ code } = { code: "" }] = await citableLinks(db, place.assessmentId, block.id);
    const words = { version: "1", text: `Kranen werken ruim drie jaar [[${code}]].`, reason: "Gemeten." };
    await post(cast.reviewer, suggestRoute.action, words, { block: "F1" });
    const page = async () => (await get(cast.researcher, suggestionRoute.loader, { n: "1" })).data as SuggestionView;
    expect(await page()).toMatchObject({ lost: [], on: { gone: false } });
    await unlink(as(cast.researcher, hour(4)), { assessmentId: place.assessmentId, id: linkId, version });
    expect(await page()).toMatchObject({ lost: [code], collides: false });
    await removeBlock(as(cast.researcher, hour(5)), { assessmentId: place.assessmentId, id: block.id, version: 1 });
    const { id, ...view } = await page();
    expect(view).toMatchObject({ lost: [], collides: false, on: { gone: true } });
    expect(await post(cast.researcher, suggestionRoute.action, { intent: "accept", id, version: "1" }, { n: "1" })).toMatchObject({
      status: 422,
      data: { form: ["suggestion-text-gone"] },
    });
  });
});
