import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import * as citeRoute from "~/routes/assessments.$slug.interviews.$code.cite";
import { type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenInReview, givenSections, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});

/** An interview that was held, with one answer; written by hand since the protocol of this scene has no guide. */
async function givenAnswer(more: { state?: string } = {}): Promise<string> {
  const assessmentId = cast.assessment.id;
  const [interviewId, id] = [newId(hour(1)), newId(hour(1))];
  await rawWriter().interview.create({
    data: {
      ...{ id: interviewId, assessmentId, number: 1, code: "I1", state: "held", title: "{}", selectionReason: "{}", language: "nl" },
      ...{ notesFor: "team", changes: 0, createdAt: hour(1), version: 1 },
    },
  });
  await rawWriter().interviewAnswer.create({
    data: {
      ...{ id, assessmentId, interviewId, code: "I1:7", question: "g7", part: "", state: "answered", notes: "", language: "nl" },
      ...{ record: "Kranen gaan drie jaar mee.", wording: '{"nl":"Hoe lang?"}', protocolNumber: 1, givenBy: "[]", version: 1 },
      ...{ byId: cast.researcher.id, at: hour(1), ...more },
    },
  });
  return id;
}

const path = "/assessments/cast-study/interviews/I1/cite?answer=7";
const params = { slug: "cast-study", code: "I1" };
const get = async (who: Person) => ask(citeRoute.loader, await signedIn(who.id, path), params);
const post = async (who: Person, form: Record<string, string>) => ask(citeRoute.action, await signedIn(who.id, path, { form }), params);

describe("from an answer to a statement", () => {
  it("offers the statements of the sections that the person can write in now", async () => {
    await givenAnswer();
    await givenBlock(cast, scene.section("3.1"));
    const offered = {
      sections: [{ code: "3.1", statements: [{ code: "F1", linkedHere: null, allowed: ["supports", "contradicts", "context"] }] }],
    };
    expect((await get(cast.researcher)).data).toMatchObject({ evidence: { code: "I1:7" }, problem: null, ...offered });
    expect((await get(cast.lead)).data).toMatchObject(offered);
    expect((await get(cast.secondResearcher)).data).toMatchObject({ sections: [] });
    expect((await get(cast.reviewer)).data).toMatchObject({ sections: [] });
  });

  it("offers nothing of a section that is in review", async () => {
    await givenAnswer();
    await givenInReview(cast, scene);
    expect((await get(cast.researcher)).data).toMatchObject({ sections: [] });
  });

  it("cites with one event, leads to the statement, and says it the second time", async () => {
    const id = await givenAnswer();
    const block = await givenBlock(cast, scene.section("3.1"));
    const seq = await lastSeq(cast.assessment.id);
    const form = { blockId: block.id, kind: "contradicts" };
    const to = `/assessments/cast-study/sections/3.1/edit#block-${block.id}`;
    expect(await post(cast.researcher, form)).toMatchObject({ status: 302, location: to });
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["link.add"]);
    expect(await db.link.findFirst({ where: { fromBlockId: block.id } })).toMatchObject({ toId: id, kind: "contradicts" });
    expect(await post(cast.researcher, form)).toMatchObject({ status: 422, data: { message: "linked-already", code: "I1:7" } });
    expect((await get(cast.researcher)).data).toMatchObject({ sections: [{ statements: [{ linkedHere: "contradicts" }] }] });
  });

  it("refuses who does not write there, and an answer that can't be cited", async () => {
    await givenAnswer({ state: "no-answer" });
    const { id: blockId } = await givenBlock(cast, scene.section("3.1"));
    const form = { blockId, kind: "supports" };
    expect((await post(cast.secondResearcher, form)).status).toBe(403);
    expect((await post(cast.reviewer, form)).status).toBe(403);
    expect((await post(cast.commissioner, form)).status).toBe(404);
    expect(await post(cast.researcher, form)).toMatchObject({ status: 422, data: { message: "not-answered" } });
    expect((await get(cast.researcher)).data).toMatchObject({ problem: "not-answered" });
    expect(await db.link.count()).toBe(0);
  });
});
