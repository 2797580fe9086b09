import { beforeEach, describe, expect, it } from "vitest";
import { askChanges } from "~/features/sections/ask-changes.server";
import { assignSection } from "~/features/sections/assign-section.server";
import type { loadReview } from "~/features/sections/load-review.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { db } from "~/platform/db.server";
import * as reviewRoute from "~/routes/assessments.$slug.sections.$code.review";
import * as seenRoute from "~/routes/assessments.$slug.sections.$code.seen";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenInReview, givenSections, password, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});

type Handler = Parameters<typeof ask>[0];
type Loaded = Awaited<ReturnType<typeof loadReview>>;
const address = (path: string) => `/assessments/cast-study/sections/3.1/${path}`;
const params = { slug: "cast-study", code: "3.1" };
const post = async (who: Person, action: Handler, path: string, form: Record<string, string | string[]>) =>
  ask(action, await signedIn(who.id, address(path), { form }), params);
const load = async (who: Person, path = "review") =>
  (await ask(reviewRoute.loader, await signedIn(who.id, address(path)), params)).data as Loaded;
const signing = ({ head, binds, readAt }: Loaded) => ({
  ...{ intent: "sign-off", version: String(head.version), content: binds.content, evidence: binds.evidence },
  ...{ changes: String(head.changes), readAt: readAt?.toISOString() ?? "", languages: ["nl", "en"], remarks: "Helder.", password },
});

describe("a decision on what is no longer there", () => {
  it("comes back with what changed while she read, all typed kept, and can then be signed", async () => {
    await givenInReview(cast, scene);
    const form = signing(await load(cast.reviewer));
    await rawWriter().excerpt.update({ where: { id: scene.excerpt }, data: { text: "Kranen werken twee jaar." } });
    const at = new Date(Date.now() + 1000);
    const version = { id: scene.excerpt.replace(/^./u, "f"), assessmentId: cast.assessment.id, kind: "excerpt", recordId: scene.excerpt };
    const body = JSON.stringify({ text: "Kranen werken twee jaar.", place: null });
    await rawWriter().version.create({
      data: { ...version, number: 2, body, digest: "0".repeat(64), at, byKind: "user", byId: cast.researcher.id },
    });
    const refused = await post(cast.reviewer, reviewRoute.action, "review?decide=sign-off", form);
    expect(refused).toMatchObject({
      status: 409,
      data: {
        form: ["changed-meanwhile"],
        values: { remarks: ["Helder."] },
        difference: { evidence: [{ ground: { code: "S01:1" }, after: "Kranen werken twee jaar.", through: null }] },
      },
    });
    expect(JSON.stringify(refused.data)).not.toContain(password);
    const inOne = await post(cast.reviewer, reviewRoute.action, "review?decide=sign-off", { ...form, languages: ["nl"] });
    expect(inOne).toMatchObject({ status: 409, data: { form: ["changed-meanwhile"], difference: { evidence: [{ through: null }] } } });
    const again = await post(cast.reviewer, reviewRoute.action, "review?decide=sign-off", signing(await load(cast.reviewer)));
    expect(again.status).toBe(302);
  });
  it("is refused with words and all typed kept to a reviewer who was taken off the section meanwhile", async () => {
    await givenInReview(cast, scene);
    const form = signing(await load(cast.reviewer));
    const { version } = await db.section.findUniqueOrThrow({ where: { id: scene.section("3.1") } });
    await assignSection(as(cast.lead, hour(5)), {
      ...{ assessmentId: cast.assessment.id, id: scene.section("3.1"), version, writerIds: [] },
      reviewerIds: [cast.lead.id],
    });
    const refused = await post(cast.reviewer, reviewRoute.action, "review?decide=sign-off", form);
    expect(refused).toMatchObject({ status: 403, data: { form: ["no-reviewer"], values: { remarks: ["Helder."] } } });
    expect(await db.signOff.count()).toBe(0);
  });
});

describe("a chapter of which one section is no longer what was read", () => {
  const chapterPath = "/assessments/cast-study/sections/3/review?decide=sign-chapter";
  const ofChapter = { slug: "cast-study", code: "3" };
  const chapter = async (form?: Record<string, string | string[]>) =>
    ask(form ? reviewRoute.action : reviewRoute.loader, await signedIn(cast.reviewer.id, chapterPath, form && { form }), ofChapter);
  const opened = async () => {
    await givenInReview(cast, scene, "3");
    await givenInReview(cast, scene);
    const { readAt, chapter: options } = (await chapter()).data as Loaded & { chapter: { value: string }[] };
    const sections = options.map(({ value }) => value);
    return { intent: "sign-chapter", sections, readAt: readAt?.toISOString() ?? "", remarks: "Helder.", password };
  };

  it("comes back with its name and its difference, and can then be signed", async () => {
    const form = await opened();
    const { id } = await db.block.findFirstOrThrow({ where: { sectionId: scene.section("3.1") } });
    const { version } = await db.section.findUniqueOrThrow({ where: { id: scene.section("3.1") } });
    await askChanges(as(cast.reviewer, new Date()), {
      ...{ assessmentId: cast.assessment.id, id: scene.section("3.1"), version, reason: "Hoe lang?" },
    });
    const text = { text: "Kranen werken twee jaar." };
    await saveBlock(as(cast.researcher, new Date()), { assessmentId: cast.assessment.id, id, version: 1, text });
    await sendToReview(as(cast.researcher, new Date()), {
      ...{ assessmentId: cast.assessment.id, id: scene.section("3.1"), version: version + 1 },
    });
    const refused = await chapter(form);
    expect(refused).toMatchObject({
      status: 409,
      data: { form: ["changed-meanwhile"], section: "3.1 Wat werkt", difference: { words: [{ after: "Kranen werken twee jaar." }] } },
    });
    expect(await db.signOff.count()).toBe(0);
    const { chapter: options } = (await chapter()).data as { chapter: { value: string }[] };
    expect((await chapter({ ...form, sections: options.map(({ value }) => value) })).status).toBe(302);
    expect(await db.signOff.count()).toBe(2);
  });
  it("names the one that she wrote a part of meanwhile", async () => {
    const form = await opened();
    await rawWriter().block.updateMany({ where: { sectionId: scene.section("3.1") }, data: { byId: cast.reviewer.id } });
    await rawWriter().version.updateMany({ where: { kind: "block" }, data: { byId: cast.reviewer.id } });
    const refused = await chapter({ ...form, sections: form.sections.slice(1) });
    expect(refused).toMatchObject({ status: 403, data: { form: ["wrote-part"], section: "3.1 Wat werkt" } });
  });
});

describe("the page of a review", () => {
  it("compares with what she last saw, which she says or the page tells by itself, and never goes back", async () => {
    await givenInReview(cast, scene);
    expect(await load(cast.reviewer)).toMatchObject({ view: "whole", views: ["whole"] });
    expect(await post(cast.reviewer, seenRoute.action, "seen", { changes: "1" })).toMatchObject({ status: 302 });
    expect(await load(cast.reviewer)).toMatchObject({
      view: "seen",
      difference: { links: [{ before: null, after: { kind: "supports" } }] },
    });
    await post(cast.reviewer, seenRoute.action, "seen", { changes: "99" });
    await post(cast.reviewer, seenRoute.action, "seen", { changes: "1" });
    expect(await db.sectionSeen.findMany()).toMatchObject([{ userId: cast.reviewer.id, changes: 2 }]);
    expect(await load(cast.reviewer)).toMatchObject({ view: "whole", views: ["seen", "whole", "beside"] });
  });
  it("tells what changed below the section since she saw it, even where the clock was moved back", async () => {
    await givenInReview(cast, scene);
    await post(cast.reviewer, seenRoute.action, "seen", { changes: "2" });
    const { version } = await db.excerpt.findUniqueOrThrow({ where: { id: scene.excerpt } });
    await changeExcerpt(as(cast.researcher, hour(4)), {
      ...{ assessmentId: cast.assessment.id, id: scene.excerpt, version, form: "paraphrased", place: null, language: "nl" },
      text: "Kranen werken twee jaar.",
    });
    expect(await load(cast.reviewer, "review?show=seen")).toMatchObject({
      view: "seen",
      difference: { evidence: [{ ground: { code: "S01:1" }, after: "Kranen werken twee jaar.", by: { name: cast.researcher.name } }] },
    });
  });
  it("opens on what changed since her sign-off, and lists the open points without another's drafts", async () => {
    await givenBlock(cast, scene.section("3.1"));
    await givenInReview(cast, scene);
    const draft = { assessmentId: cast.assessment.id, sectionId: scene.section("3.1"), text: "Alleen voor mij." };
    await rawWriter().comment.create({
      data: {
        ...{ id: crypto.randomUUID(), ...draft, number: -1, mentions: "[]", byId: cast.reviewer.id, at: hour(4), version: 1 },
      },
    });
    const points = async (who: Person) => (await load(who)).points.map(({ kind, code, words }) => [kind, code, words]);
    expect(await points(cast.reviewer)).toEqual([
      ["no-ground", "F1", ""],
      ["comment", "", "Alleen voor mij."],
    ]);
    expect(await points(cast.lead)).toEqual([["no-ground", "F1", ""]]);
    await sign(cast, scene.section("3.1"));
    await rawWriter().excerpt.update({ where: { id: scene.excerpt }, data: { text: "Kranen werken twee jaar." } });
    const stale = await load(cast.reviewer);
    expect(stale).toMatchObject({ view: "signed", since: { mine: true, lapsed: true }, difference: { evidence: [{ kind: "changed" }] } });
    expect(stale.points.map(({ kind, code }) => [kind, code])).toContainEqual(["changed", "S01:1"]);
    const whole = await load(cast.reviewer, "review?show=whole");
    expect(whole).toMatchObject({ view: "whole", difference: null });
  });
});
