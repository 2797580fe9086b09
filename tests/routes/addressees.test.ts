import { beforeEach, describe, expect, it } from "vitest";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { db } from "~/platform/db.server";
import * as editRoute from "~/routes/assessments.$slug.sections.$code.edit";
import * as sectionRoute from "~/routes/assessments.$slug.sections.$code._index";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, lastSeq } from "../support/interview-scene";
import { givenActor } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});

const request = async (form?: Record<string, string | string[]>) =>
  signedIn(cast.researcher.id, "/assessments/cast-study/sections/5/edit", form && { form });
const params = { slug: "cast-study", code: "5" };
const givenRecommendation = () => givenBlock(cast, scene.section("5"), { kind: "recommendation", text: { text: "Onderhoud de kranen." } });
const form = (id: string, version: number, more: Record<string, string | string[]>) => ({
  ...{ intent: "block", id, version: String(version), text: "Onderhoud de kranen.", weighed: "yes" },
  ...more,
});

describe("who should act on a recommendation", () => {
  it("is saved per language with one event, offered from the actors, and shown where the section is read", async () => {
    await givenActor(cast, "Stichting Kievit");
    const block = await givenRecommendation();
    const seq = await lastSeq(cast.assessment.id);
    const said = { addressedIn: ["nl", "en"], addressedTo: ["Stichting Kievit", "Kievit Foundation"] };
    expect(await ask(editRoute.action, await request(form(block.id, 1, said)), params)).toMatchObject({ status: 302 });
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["statement.set-confidence"]);
    const statement = await db.statement.findUniqueOrThrow({ where: { blockId: block.id } });
    expect(JSON.parse(statement.addressedTo)).toEqual({ nl: "Stichting Kievit", en: "Kievit Foundation" });

    const edit = await ask(editRoute.loader, await request(), params);
    expect(edit.data).toMatchObject({
      options: { confidence: { actors: ["Stichting Kievit"], languages: ["nl", "en"] } },
      blocks: [{ statement: { addressedTo: { nl: "Stichting Kievit", en: "Kievit Foundation" } } }],
    });
    const shown = await ask(sectionRoute.loader, await request(), params);
    expect(JSON.stringify(shown.data)).toContain('"addressee":"Stichting Kievit"');
  });

  it("stays as it is when a form does not name it, and goes when it is emptied", async () => {
    const block = await givenRecommendation();
    await ask(
      editRoute.action,
      await request(form(block.id, 1, { addressedIn: ["nl", "en"], addressedTo: ["Het ministerie", ""] })),
      params,
    );
    const now = async () => (await db.statement.findUniqueOrThrow({ where: { blockId: block.id } })).addressedTo;
    expect(await now()).toBe('{"nl":"Het ministerie"}');
    await ask(editRoute.action, await request(form(block.id, 2, { text: "Onderhoud alle kranen." })), params);
    expect(await now()).toBe('{"nl":"Het ministerie"}');
    await ask(
      editRoute.action,
      await request(form(block.id, 3, { text: "Onderhoud alle kranen.", addressedIn: ["nl"], addressedTo: [""] })),
      params,
    );
    expect(await now()).toBe("");
  });

  it("is refused for any other statement", async () => {
    const finding = await givenBlock(cast, scene.section("3.1"));
    const judged = { level: null, reason: "", components: {}, contradiction: "" };
    const input = { assessmentId: cast.assessment.id, blockId: finding.id, version: 1, ...judged, addressedTo: { nl: "Iedereen" } };
    await expect(setConfidence(as(cast.researcher), input)).rejects.toMatchObject({ code: "invalid", details: { field: "addressedTo" } });
  });
});
