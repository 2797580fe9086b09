import { beforeEach, describe, expect, it } from "vitest";
import type { CoverageRule } from "~/domain/protocol/rules";
import { endReasons } from "~/features/gate/end-reasons.server";
import { giveReason, type GiveReason } from "~/features/gate/give-reason.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, ruledBy, sectionNow, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let seq: number;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
});
const mark = async () => {
  seq = await lastSeq(assessmentId);
};
const raised = () => actionsSince(assessmentId, seq);
const rules = (...coverage: CoverageRule[]) => ruledBy(cast, coverage);
const warned: CoverageRule = { statements: ["finding"], minOrigins: 2, severity: "warning" };
const give = (more: Partial<GiveReason> = {}, by: Person = cast.researcher) =>
  giveReason(as(by, hour(4)), {
    assessmentId,
    sectionId: scene.section("3.1"),
    check: "origins",
    subject: "F1",
    reason: "Er is geen tweede meting.",
    language: "nl",
    version: 0,
    ...more,
  });
const send = async () =>
  sendToReview(as(cast.researcher, hour(5)), {
    assessmentId,
    id: scene.section("3.1"),
    version: (await sectionNow(scene.section("3.1"))).version,
  });
const givenFinding = async () => {
  const block = await givenBlock(cast, scene.section("3.1"));
  const cite = (id: string) =>
    linkEvidence(as(cast.researcher, hour(3)), { assessmentId, blockId: block.id, to: { kind: "excerpt", id }, kind: "supports" });
  await cite(scene.excerpt);
  return cite;
};

describe("a reason for a warning", () => {
  it("tells the five, in one event", async () => {
    await rules(warned, { statements: ["finding"], minEvidence: 5, severity: "blocker" });
    await givenFinding();
    await mark();
    await expect(give({ sectionId: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(give({}, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(give({}, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(give({ version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(give({ reason: " \n" })).rejects.toMatchObject({ code: "invalid", details: { message: "required" } });
    await expect(give({ subject: "F2" })).rejects.toMatchObject({ code: "invalid", details: { message: "no-warning" } });
    await expect(give({ check: "evidence" })).rejects.toMatchObject({ code: "invalid", details: { message: "no-warning" } });
    expect(await raised()).toEqual([]);
    expect(await give()).toEqual({ version: 1 });
    expect(await raised()).toEqual(["gate.give-reason"]);
    expect(await give({ version: 1 })).toEqual({ version: 1 });
    expect(await give({ version: 1, reason: "De bron is de meting." }, cast.lead)).toEqual({ version: 2 });
    expect(await raised()).toEqual(["gate.give-reason", "gate.give-reason"]);
    expect(await db.gateReason.findMany()).toMatchObject([{ reason: "De bron is de meting.", byId: cast.lead.id, version: 2 }]);
  });
  it("holds until what it is about is in order, and is asked again when it comes back", async () => {
    await rules(warned);
    await givenFinding();
    await give();
    await mark();
    await endReasons(as(cast.researcher, hour(5)), { assessmentId, sectionId: scene.section("3.1") });
    expect(await raised()).toEqual([]);
    await rules({ ...warned, minOrigins: 1 });
    await endReasons(as(cast.researcher, hour(5)), { assessmentId, sectionId: scene.section("3.1") });
    expect(await raised()).toEqual(["gate.end-reason"]);
    await rules(warned);
    await expect(send()).rejects.toMatchObject({ code: "invalid", details: { unreasoned: ["origins:F1"] } });
    expect(await give()).toEqual({ version: 3 });
    await send();
  });
  it("can't be given in a state in which nothing is written", async () => {
    await rules(warned);
    await givenFinding();
    await give();
    await send();
    await expect(give({ version: 1, reason: "Toch." })).rejects.toMatchObject({ code: "wrong-state", details: { state: "in-review" } });
  });
});

describe("sending to review", () => {
  it("is stopped by what blocks, whatever reason is given, and names it", async () => {
    await rules({ statements: ["finding"], minEvidence: 2, severity: "blocker" }, { questions: ["1a"], minKinds: 1, severity: "blocker" });
    const cite = await givenFinding();
    await mark();
    const details = { message: "gate-closed", blockers: ["kinds:1a", "evidence:F1"], unreasoned: [] };
    await expect(send()).rejects.toMatchObject({ code: "invalid", details });
    expect(await raised()).toEqual([]);
    await cite(scene.otherExcerpt);
    await rules({ statements: ["finding"], minEvidence: 2, severity: "blocker" });
    await send();
  });
  it("is not asked of a section for a question whose answer stands elsewhere", async () => {
    await rules({ questions: ["1a"], minKinds: 1, severity: "blocker" });
    await givenFinding();
    await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    await send();
    await expect(
      sendToReview(as(cast.researcher, hour(5)), {
        assessmentId,
        id: scene.section("5"),
        version: (await sectionNow(scene.section("5"))).version,
      }),
    ).rejects.toMatchObject({ code: "invalid", details: { blockers: ["kinds:1a"] } });
  });
});
