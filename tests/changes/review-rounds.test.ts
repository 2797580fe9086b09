import { beforeEach, describe, expect, it } from "vitest";
import { addComment } from "~/features/comments/add-comment.server";
import { askChanges } from "~/features/sections/ask-changes.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { loadSection } from "~/features/sections/load-section.server";
import { recallSection } from "~/features/sections/recall-section.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { endStepBack } from "~/features/review-rounds/end-step-back.server";
import { loadRounds } from "~/features/review-rounds/list-rounds.server";
import { loadStepBack } from "~/features/review-rounds/load-step-back.server";
import { replaceReviewer } from "~/features/review-rounds/replace-reviewer.server";
import { stepBack } from "~/features/review-rounds/step-back.server";
import { dayAt } from "~/domain/day";
import type { Role } from "~/domain/permissions";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { newId } from "~/platform/ids.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { listAuthorIds, readStandings } from "~/platform/section-standing.server";
import { listEvents } from "~/platform/trail.server";
import { readStudyWork } from "~/platform/work.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenInReview, givenSections, sectionNow, sectionProtocol, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let id: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  id = scene.section("3.1");
});
const viewer = (person: Person): Viewer => ({
  id: person.id,
  name: person.name,
  email: "x@example.org",
  demo: false,
  sessionId: "s",
  language: "nl",
  administrator: false,
  mayStart: false,
  roles: { [assessmentId]: person.role as Role },
});
const version = async () => (await sectionNow(id)).version;
const rounds = async (who = cast.lead) => loadRounds(db, viewer(who), { id, assessmentId });
const standing = async () => {
  const study = { assessment: { id: assessmentId, languages: ["nl", "en"] }, protocol: sectionProtocol };
  return (await readStandings(db, study, await readDocument(db, assessmentId), [id])).get(id);
};

describe("rounds of review", () => {
  it("open with what is asked and close with what was decided, why and by whom", async () => {
    await givenInReview(cast, scene);
    await askChanges(as(cast.reviewer, hour(5)), { assessmentId, id, version: await version(), reason: "Is er een tweede bron?" });
    const asked = { dueOn: "2026-10-01", note: "De bron staat er nu twee keer." };
    await sendToReview(as(cast.researcher, hour(6)), { assessmentId, id, version: await version(), ...asked });
    await recallSection(as(cast.researcher, hour(7)), { assessmentId, id, version: await version() });
    await sendToReview(as(cast.researcher, hour(8)), { assessmentId, id, version: await version() });
    await sign(cast, id, cast.reviewer, hour(9));
    const ended = (await rounds()).rounds.map(({ number, outcome, reason, closedBy, note }) => ({
      number,
      outcome,
      reason,
      closedBy,
      note,
    }));
    expect(ended).toEqual([
      { number: 3, outcome: "signed-off", reason: null, closedBy: cast.reviewer.name, note: "" },
      { number: 2, outcome: "recalled", reason: null, closedBy: cast.researcher.name, note: asked.note },
      { number: 1, outcome: "changes-asked", reason: "Is er een tweede bron?", closedBy: cast.reviewer.name, note: "" },
    ]);
    expect((await rounds()).rounds[0]).toMatchObject({ sent: 2, signOffs: [{ ordinal: 1, by: cast.reviewer.name, version: 2 }] });
    expect(await db.version.count({ where: { kind: "review-round" } })).toBe(6);
  });
  it("keep the sign-offs given in them when the clock was moved back", async () => {
    await givenInReview(cast, scene);
    await sign(cast, id, cast.reviewer, hour(2));
    expect((await rounds()).rounds).toMatchObject([
      { number: 1, outcome: "signed-off", signOffs: [{ ordinal: 1, by: cast.reviewer.name }] },
    ]);
  });
  it("stay open until the last sign-off that the rule asks for", async () => {
    id = scene.section("5");
    await givenInReview(cast, scene, "5");
    await sign(cast, id);
    expect((await rounds()).rounds[0]?.outcome).toBeNull();
    await sign(cast, id, cast.lead);
    expect((await rounds()).rounds[0]?.outcome).toBe("signed-off");
  });
});

/** The ways in which a member comes to be unable to act. */
const leaving: Record<string, (userId: string) => Promise<unknown>> = {
  "was removed": (userId) => rawWriter().member.updateMany({ where: { userId, assessmentId }, data: { removedAt: hour(4) } }),
  "has a term that is over": (userId) => rawWriter().member.updateMany({ where: { userId }, data: { endsOn: "2026-08-31" } }),
  "has a closed account": (userId) => rawWriter().user.update({ where: { id: userId }, data: { deactivatedAt: hour(4) } }),
  "came to be a commissioner": (userId) => rawWriter().member.updateMany({ where: { userId }, data: { role: "commissioner" } }),
};

describe.each(Object.entries(leaving))("a reviewer who %s", (_, leave) => {
  it("can't sign off, also where her request began before, and is counted as lacking", async () => {
    const { block } = await givenInReview(cast, scene);
    const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
    if (!row) throw new Error("no assessment");
    const lacking = async () => {
      const work = (await readStudyWork(db, row, hour(6))).sections.find(({ code }) => code === "3.1")?.lacking;
      const { tally } = await loadSection(db, viewer(cast.lead), { ...row, role: "lead" }, "3.1", dayAt(hour(6)));
      return [work, tally.lacking];
    };
    expect(await lacking()).toEqual([0, 0]);
    await leave(cast.reviewer.id);
    await expect(sign(cast, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await db.signOff.count()).toBe(0);
    // A change in the study, so that what is to be done in it is read anew.
    await addComment(as(cast.lead, hour(5)), {
      ...{ assessmentId, sectionId: id, on: { blockId: block.id, language: "nl" }, text: "Wie leest dit?", mentions: [], draft: false },
    });
    expect(await lacking()).toEqual([1, 1]);
  });
  it("can't be named for a section, nor in place of who stepped back, and is not offered", async () => {
    await givenInReview(cast, scene);
    const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
    if (!row) throw new Error("no assessment");
    const here = { ...row, role: "lead" } as const;
    const today = dayAt(hour(6));
    await stepBack(as(cast.reviewer, hour(5)), { assessmentId, sectionId: id, sectionVersion: await version(), reason: "Mijn zus." });
    const offered = async () => {
      const { others } = await loadStepBack(db, viewer(cast.lead), here, "3.1", hour(6));
      const { assign } = await loadSection(db, viewer(cast.lead), here, "3.1", today);
      const { id: userId } = cast.secondResearcher;
      const member = assign?.members.find((one) => one.id === userId);
      return [others?.some(({ value }) => value === userId) ?? false, member !== undefined && member.role !== "commissioner"];
    };
    expect(await offered()).toEqual([true, true]);
    await leave(cast.secondResearcher.id);
    expect(await offered()).toEqual([false, false]);
    const { id: stepId, version: stepVersion } = await db.stepBack.findFirstOrThrow();
    const named = { assessmentId, id: stepId, version: stepVersion, userId: cast.secondResearcher.id };
    await expect(replaceReviewer(as(cast.lead, hour(6)), named)).rejects.toMatchObject({
      code: "invalid",
      details: { message: "unknown" },
    });
    const people = { writerIds: [], reviewerIds: [cast.secondResearcher.id] };
    await expect(assignSection(as(cast.lead, hour(6)), { assessmentId, id, version: await version(), ...people })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "reviewerIds" },
    });
  });
});

describe("stepping back", () => {
  const step = async (by: Person = cast.reviewer, more: object = {}) =>
    stepBack(as(by, hour(6)), { assessmentId, sectionId: id, sectionVersion: await version(), reason: "Mijn zus werkt daar.", ...more });
  const replace = async (userId: string, by: Person = cast.lead, more: object = {}) => {
    const { id: stepId, version: at } = await db.stepBack.findFirstOrThrow();
    return replaceReviewer(as(by, hour(7)), { assessmentId, id: stepId, version: at, userId, ...more });
  };

  it("tells the five, takes her off the section and ends what she signed", async () => {
    await givenInReview(cast, scene);
    await sign(cast, id);
    const seq = await lastSeq(assessmentId);
    await expect(step(cast.reviewer, { sectionId: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(step(cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(step(cast.reviewer, { sectionVersion: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(step(cast.reviewer, { reason: " " })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await step();
    await expect(step()).rejects.toMatchObject({ code: "wrong-state" });
    expect(await actionsSince(assessmentId, seq)).toEqual(["step-back.declare"]);
    expect(await standing()).toMatchObject({ stale: true, missing: 1, people: { reviewerIds: [] } });
    await expect(sign(cast, id)).rejects.toMatchObject({ code: "forbidden" });
  });
  it("tells why to the lead and to herself, and to nobody in the trail", async () => {
    await givenInReview(cast, scene);
    await step();
    const reasons = async (who: Person) => (await rounds(who)).stepBacks.map(({ reason }) => reason);
    expect(await reasons(cast.lead)).toEqual(["Mijn zus werkt daar."]);
    expect(await reasons(cast.reviewer)).toEqual(["Mijn zus werkt daar."]);
    expect(await reasons(cast.researcher)).toEqual([null]);
    expect(JSON.stringify(await listEvents(db, { chain: assessmentId }))).not.toContain("Mijn zus");
  });
  it("lets the lead name another, who did not write in it, in one change with the assignment", async () => {
    await givenInReview(cast, scene);
    await step();
    const seq = await lastSeq(assessmentId);
    await expect(replace(cast.lead.id, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(replace(cast.lead.id, cast.lead, { id: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(replace(cast.lead.id, cast.lead, { version: 7 })).rejects.toMatchObject({ code: "conflict" });
    await expect(replace(cast.researcher.id)).rejects.toMatchObject({ code: "invalid", details: { message: "wrote-part" } });
    await expect(replace(cast.reviewer.id)).rejects.toMatchObject({ code: "invalid", details: { message: "unknown" } });
    await expect(replace(cast.commissioner.id)).rejects.toMatchObject({ code: "invalid", details: { message: "unknown" } });
    await replace(cast.lead.id);
    await expect(replace(cast.secondResearcher.id)).rejects.toMatchObject({ code: "wrong-state" });
    expect(await actionsSince(assessmentId, seq)).toEqual(["step-back.replace"]);
    expect((await standing())?.people.reviewerIds).toEqual([cast.lead.id]);
    await sign(cast, id, cast.lead);
    expect(await standing()).toMatchObject({ status: "signed-off" });
  });
  it("can be ended by the lead with a reason; she reviews again where she is still named", async () => {
    await givenInReview(cast, scene);
    await step();
    const { id: stepId } = await db.stepBack.findFirstOrThrow();
    const end = (by: Person, more: object = {}) =>
      endStepBack(as(by, hour(7)), { assessmentId, id: stepId, version: 1, reason: "Zij werkt er niet meer.", ...more });
    const seq = await lastSeq(assessmentId);
    await expect(end(cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(end(cast.lead, { id: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(end(cast.lead, { version: 3 })).rejects.toMatchObject({ code: "conflict" });
    await expect(end(cast.lead, { reason: "" })).rejects.toMatchObject({ code: "invalid" });
    await end(cast.lead);
    await expect(end(cast.lead, { version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
    expect(await actionsSince(assessmentId, seq)).toEqual(["step-back.end"]);
    expect((await standing())?.people.reviewerIds).toEqual([cast.reviewer.id]);
  });
  it("leaves a section that is complete without her to whoever signed it, to move it", async () => {
    const both = { writerIds: [], reviewerIds: [cast.reviewer.id, cast.lead.id] };
    await assignSection(as(cast.lead, hour(1)), { assessmentId, id, version: 1, ...both });
    await givenInReview(cast, scene);
    await sign(cast, id);
    await step(cast.lead);
    expect(await standing()).toMatchObject({ status: "in-review", complete: true });
    await sign(cast, id, cast.reviewer, hour(8));
    expect(await standing()).toMatchObject({ status: "signed-off" });
  });
});

describe("who wrote any part of a section", () => {
  it("is also whoever proposed words that were accepted", async () => {
    const { block } = await givenInReview(cast, scene);
    const at = hour(5);
    const settled = { settledAt: at, settledById: cast.researcher.id, settledNote: "" };
    const proposal = {
      blockId: block.id,
      blockVersion: 1,
      language: "nl",
      document: "{}",
      reason: "",
      byId: cast.reviewer.id,
      at,
      version: 2,
    };
    const row = (number: number, state: string) => ({ id: newId(at), assessmentId, sectionId: id, number, state, ...settled, ...proposal });
    const authors = async () => listAuthorIds(db, assessmentId, await readDocument(db, assessmentId), id);
    await rawWriter().suggestion.create({ data: row(1, "rejected") });
    expect(await authors()).toEqual([cast.researcher.id]);
    await rawWriter().suggestion.create({ data: row(2, "accepted") });
    expect(await authors()).toEqual([cast.researcher.id, cast.reviewer.id].toSorted());
    await expect(sign(cast, id)).rejects.toMatchObject({ code: "forbidden", details: { reason: "own-work" } });
  });
});
