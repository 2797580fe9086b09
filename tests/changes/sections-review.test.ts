import { beforeEach, describe, expect, it } from "vitest";
import { askChanges } from "~/features/sections/ask-changes.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { recallSection } from "~/features/sections/recall-section.server";
import { reopenSection } from "~/features/sections/reopen-section.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { setDue } from "~/features/sections/set-due.server";
import { signOffSection } from "~/features/sections/sign-off-section.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { readStandings } from "~/platform/section-standing.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import {
  givenBlock,
  givenInReview,
  givenSections,
  sectionNow,
  sectionProtocol,
  shownNow,
  sign,
  signing,
  type SectionScene,
} from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let seq: number;
let assessmentId: string;
const nowhere = newId(hour(0));
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
});
const mark = async () => {
  seq = await lastSeq(assessmentId);
};
const raised = () => actionsSince(assessmentId, seq);
const standing = async (code: string) => {
  const study = { assessment: { id: assessmentId, languages: ["nl", "en"] }, protocol: sectionProtocol };
  const all = await readStandings(db, study, await readDocument(db, assessmentId));
  const found = all.get(scene.section(code));
  if (!found) throw new Error(`no section ${code}`);
  return found;
};
const send = async (code: string, by: Person = cast.researcher) => {
  const { version } = await sectionNow(scene.section(code));
  return sendToReview(as(by, hour(4)), { assessmentId, id: scene.section(code), version });
};
const reopen = async (code: string, reason = "De bron bleek ingetrokken.", by: Person = cast.lead) => {
  const { version } = await sectionNow(scene.section(code));
  return reopenSection(as(by, hour(6)), { assessmentId, id: scene.section(code), version, reason });
};

describe("assigning a section", () => {
  const assign = (more: object = {}, by: Person = cast.lead) =>
    assignSection(as(by, hour(2)), {
      assessmentId,
      id: scene.section("3.1"),
      version: 1,
      writerIds: [cast.secondResearcher.id],
      reviewerIds: [],
      ...more,
    });

  it("is for the lead, of people who may have the part, in one event", async () => {
    await mark();
    await expect(assign({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(assign({}, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(assign({ writerIds: [cast.reviewer.id] })).rejects.toMatchObject({ code: "invalid", details: { field: "writerIds" } });
    await expect(assign({ reviewerIds: [cast.commissioner.id] })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "reviewerIds" },
    });
    await expect(assign({ version: 5 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised()).toEqual([]);
    await assign();
    expect(await raised()).toEqual(["section.assign"]);
    expect((await standing("3.1")).people).toMatchObject({
      writerIds: [cast.secondResearcher.id],
      reviewerIds: [cast.reviewer.id],
      writersFromId: null,
      reviewersFromId: scene.section("3"),
    });
    await assign({ version: 2 });
    expect(await raised()).toHaveLength(1);
  });
  it("sets when it is due, likewise", async () => {
    const due = (more: object = {}, by: Person = cast.lead) =>
      setDue(as(by, hour(2)), { assessmentId, id: scene.section("3.1"), version: 1, dueOn: "2026-10-01", ...more });
    await mark();
    await expect(due({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(due({}, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(due({ version: 3 })).rejects.toMatchObject({ code: "conflict" });
    await due();
    expect(await raised()).toEqual(["section.set-due"]);
  });
});

describe("sending to review and taking back", () => {
  it("tells the five, and names the statements without ground", async () => {
    await givenBlock(cast, scene.section("3.1"));
    await mark();
    const input = async () => ({ assessmentId, id: scene.section("3.1"), version: (await sectionNow(scene.section("3.1"))).version });
    await expect(sendToReview(as(cast.researcher), { ...(await input()), id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(sendToReview(as(cast.secondResearcher), await input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(sendToReview(as(cast.researcher), { ...(await input()), version: 9 })).rejects.toMatchObject({ code: "conflict" });
    expect(await send("3.1")).toMatchObject({ withoutGround: ["F1"] });
    expect(await raised()).toEqual(["section.send-to-review"]);
    await expect(send("3.1")).rejects.toMatchObject({ code: "wrong-state", details: { state: "in-review" } });
    await expect(recallSection(as(cast.reviewer), await input())).rejects.toMatchObject({ code: "forbidden" });
    await mark();
    await recallSection(as(cast.researcher), await input());
    expect(await raised()).toEqual(["section.recall"]);
    await expect(recallSection(as(cast.researcher), await input())).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("is held back by a contradiction until words deal with it", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await linkEvidence(as(cast.researcher), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.otherExcerpt },
      kind: "contradicts",
    });
    await expect(send("3.1")).rejects.toMatchObject({ code: "invalid", details: { message: "contradiction-open" } });
    await setConfidence(as(cast.researcher), {
      assessmentId,
      blockId: block.id,
      version: 1,
      level: null,
      reason: "",
      components: {},
      contradiction: "Gemeten na vier jaar, niet na drie.",
    });
    await send("3.1");
  });
  it("is not needed for a section that shows the approvals only", async () => {
    await rawWriter().section.update({ where: { id: scene.section("approvals") }, data: { state: "in-writing" } });
    await expect(send("approvals", cast.lead)).rejects.toMatchObject({ code: "invalid", details: { message: "needs-no-sign-off" } });
    expect(await standing("approvals")).toMatchObject({ needsSignOff: false, missing: 0 });
  });
});

describe("asking for changes", () => {
  it("tells the five, and needs a reason", async () => {
    const { version } = await givenInReview(cast, scene);
    const ask = (more: object = {}, by: Person = cast.reviewer) =>
      askChanges(as(by, hour(5)), { assessmentId, id: scene.section("3.1"), version, reason: "Is er een tweede bron?", ...more });
    await mark();
    await expect(ask({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask({}, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ask({ version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(ask({ reason: "  " })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await ask();
    expect(await raised()).toEqual(["section.ask-changes"]);
    expect(await sectionNow(scene.section("3.1"))).toMatchObject({ state: "changes-asked", stateReason: "Is er een tweede bron?" });
    await expect(ask({ version: version + 1 })).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("signing off", () => {
  const signAs = async (by: Person, more: object = {}, code = "3.1") =>
    signOffSection(as(by, hour(5)), {
      assessmentId,
      id: scene.section(code),
      version: (await sectionNow(scene.section(code))).version,
      read: await shownNow(scene.section(code)),
      ...signing,
      ...more,
    });

  it("tells the five, and stores both digests and what they were made of", async () => {
    await givenInReview(cast, scene);
    await mark();
    await expect(signAs(cast.reviewer, { id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(signAs(cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(signAs(cast.reviewer, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(signAs(cast.reviewer, { password: "fout" })).rejects.toMatchObject({
      code: "forbidden",
      details: { reason: "wrong-password" },
    });
    await expect(signAs(cast.reviewer, { languages: ["de"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(signAs(cast.reviewer, { languages: [] })).rejects.toMatchObject({ code: "invalid" });
    await expect(signAs(cast.reviewer, { read: { content: "0".repeat(64), evidence: "0".repeat(64) } })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await raised()).toEqual([]);
    expect(await signAs(cast.reviewer)).toMatchObject({ state: "signed-off" });
    expect(await raised()).toEqual(["section.sign-off"]);
    const stored = await db.signOff.findFirstOrThrow();
    expect(stored).toMatchObject({ languages: '["nl"]', meaning: signing.meaning, sectionChanges: 2, endedAt: null });
    expect(JSON.parse(stored.evidence)).toMatchObject([{ kind: "excerpt", id: scene.excerpt }]);
    expect(stored.content).toContain("Kranen werken drie jaar.");
    await expect(signAs(cast.reviewer)).rejects.toMatchObject({ code: "wrong-state", details: { state: "signed-off" } });
  });
  it("refuses whoever wrote any part of it", async () => {
    await assignSection(as(cast.lead, hour(2)), {
      assessmentId,
      id: scene.section("3.1"),
      version: 1,
      writerIds: [],
      reviewerIds: [cast.reviewer.id, cast.lead.id],
    });
    await givenBlock(cast, scene.section("3.1"));
    const block = await db.block.findFirstOrThrow();
    await linkEvidence(as(cast.lead, hour(3)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.excerpt },
      kind: "supports",
    });
    await send("3.1");
    await expect(signAs(cast.lead)).rejects.toMatchObject({ code: "forbidden", details: { reason: "own-work" } });
    await expect(signAs(cast.reviewer)).resolves.toMatchObject({ state: "in-review" });
  });
  it("moves with the last reviewer that the rule asks for", async () => {
    await givenInReview(cast, scene, "5");
    expect(await signAs(cast.reviewer, {}, "5")).toMatchObject({ state: "in-review" });
    expect(await standing("5")).toMatchObject({ complete: false, missing: 1, status: "in-review" });
    expect(await signAs(cast.lead, {}, "5")).toMatchObject({ state: "signed-off" });
    expect(await standing("5")).toMatchObject({ complete: true, missing: 0, stale: false, status: "signed-off" });
  });
  it("names everyone who wrote as author, and refuses to write on", async () => {
    const { block } = await givenInReview(cast, scene);
    await signAs(cast.reviewer);
    await expect(
      saveBlock(as(cast.researcher), { assessmentId, id: block.id, version: 1, text: { text: "Anders." } }),
    ).rejects.toMatchObject({ code: "wrong-state", details: { state: "signed-off" } });
  });
});

describe("a stale sign-off", () => {
  const correct = (text: string) => rawWriter().excerpt.update({ where: { id: scene.excerpt }, data: { text } });

  it("is told with its nearest cause, directly, and holds again when the ground goes back", async () => {
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    await correct("Kranen werken twee jaar.");
    const after = await standing("3.1");
    expect(after).toMatchObject({ status: "stale", stale: true, missing: 1 });
    expect(after.signOffs[0]?.causes).toEqual([
      { what: "evidence", kind: "changed", node: { kind: "excerpt", id: scene.excerpt }, steps: 1, through: null },
    ]);
    await correct("Kranen werken drie jaar.");
    expect(await standing("3.1")).toMatchObject({ status: "signed-off", stale: false });
  });
  it("is told through the statement between", async () => {
    const { block } = await givenInReview(cast, scene);
    const answer = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    const finding = { kind: "statement", id: block.statementId ?? "" } as const;
    await linkEvidence(as(cast.researcher), { assessmentId, blockId: answer.id, to: finding, kind: "supports" });
    await send("5");
    await sign(cast, scene.section("5"));
    await sign(cast, scene.section("5"), cast.lead);
    await correct("Kranen werken twee jaar.");
    const after = await standing("5");
    expect(after.status).toBe("stale");
    expect(after.signOffs[0]?.causes).toEqual([
      { what: "evidence", kind: "changed", node: { kind: "excerpt", id: scene.excerpt }, steps: 2, through: finding },
    ]);
  });
  it("is not made by a bibliographic correction, nor by a translation into a language that it does not cover", async () => {
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    await rawWriter().source.updateMany({ data: { title: "Kranen in steden", issued: "2025" } });
    expect(await standing("3.1")).toMatchObject({ status: "signed-off" });
  });
  it("can be signed again or given back, and only then", async () => {
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    await correct("Kranen werken twee jaar.");
    await sign(cast, scene.section("3.1"));
    expect(await standing("3.1")).toMatchObject({ status: "signed-off" });
    await correct("Kranen werken een jaar.");
    const { version } = await sectionNow(scene.section("3.1"));
    await askChanges(as(cast.reviewer, hour(6)), {
      assessmentId,
      id: scene.section("3.1"),
      version,
      reason: "De bron zegt nu iets anders.",
    });
    expect(await standing("3.1")).toMatchObject({ status: "changes-asked" });
  });
});

describe("re-opening", () => {
  it("tells the five; earlier sign-offs stay on record and no longer count", async () => {
    const { block } = await givenInReview(cast, scene);
    await expect(reopen("3.1")).rejects.toMatchObject({ code: "wrong-state", details: { state: "in-review" } });
    await sign(cast, scene.section("3.1"));
    await mark();
    await expect(reopen("3.1", "Zomaar.", cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reopen("3.1", " ")).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await expect(reopenSection(as(cast.lead), { assessmentId, id: nowhere, version: 1, reason: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(reopenSection(as(cast.lead), { assessmentId, id: scene.section("3.1"), version: 1, reason: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    await reopen("3.1");
    expect(await raised()).toEqual(["section.reopen"]);
    const after = await standing("3.1");
    expect(after).toMatchObject({ status: "in-writing", complete: false });
    expect(after.signOffs).toMatchObject([{ holds: false, endedAt: hour(6) }]);
    await saveBlock(as(cast.researcher, hour(7)), { assessmentId, id: block.id, version: 1, text: { text: "Kranen werken vier jaar." } });
  });
});
