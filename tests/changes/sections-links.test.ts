import { beforeEach, describe, expect, it } from "vitest";
import { changeLink } from "~/features/sections/change-link.server";
import { linkEvidence, type LinkEvidence } from "~/features/sections/link-evidence.server";
import { setConfidence, type SetConfidence } from "~/features/sections/set-confidence.server";
import { tagQuestion, untagQuestion } from "~/features/sections/tag-question.server";
import { unlink } from "~/features/sections/unlink.server";
import { readEvidence } from "~/platform/evidence.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionProtocol, type SectionScene } from "../support/section-scene";

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
const cite = (blockId: string, more: Partial<LinkEvidence> = {}, by: Person = cast.researcher) =>
  linkEvidence(as(by, hour(3)), { assessmentId, blockId, to: { kind: "excerpt", id: scene.excerpt }, kind: "supports", ...more });

describe("linking evidence", () => {
  it("is not found for an unknown block, unknown evidence, or a judgement that is still blind", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await expect(cite(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(cite(block.id, { to: { kind: "excerpt", id: nowhere } })).rejects.toMatchObject({ code: "not-found" });
    await expect(cite(block.id, { to: { kind: "judgement", id: scene.blindJudgement } })).rejects.toMatchObject({ code: "not-found" });
  });
  it("is for the writers, in a section that is being written", async () => {
    const { block } = await givenInReview(cast, scene);
    await expect(cite(block.id, { to: { kind: "excerpt", id: scene.otherExcerpt } })).rejects.toMatchObject({ code: "wrong-state" });
    const other = await givenBlock(cast, scene.section("5"));
    await expect(cite(other.id, {}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
  });
  it("refuses what is archived, what is linked already, what the chain lacks, and a cycle", async () => {
    const finding = await givenBlock(cast, scene.section("3.1"));
    const answer = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    const text = await givenBlock(cast, scene.section("5"), { kind: "text" });
    const problem = (message: string) => ({ code: "invalid", details: { message } });
    await expect(cite(finding.id, { to: { kind: "excerpt", id: scene.archivedExcerpt } })).rejects.toMatchObject(problem("archived"));
    await cite(finding.id);
    await expect(cite(finding.id, { kind: "context" })).rejects.toMatchObject(problem("linked-already"));
    await expect(cite(answer.id)).rejects.toMatchObject(problem("not-in-chain"));
    await expect(cite(text.id)).rejects.toMatchObject(problem("text-gives-context-only"));
    await cite(answer.id, { to: { kind: "statement", id: finding.statementId ?? "" } });
    await expect(cite(finding.id, { to: { kind: "statement", id: answer.statementId ?? "" }, kind: "context" })).rejects.toMatchObject(
      problem("cycle"),
    );
    await expect(cite(finding.id, { to: { kind: "statement", id: finding.statementId ?? "" }, kind: "context" })).rejects.toMatchObject(
      problem("cycle"),
    );
  });
  it("lets an answer stand on one below its question, and not the other way", async () => {
    const below = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    const above = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "0", part: "fit" });
    await expect(cite(below.id, { to: { kind: "statement", id: above.statementId ?? "" } })).rejects.toMatchObject({ code: "invalid" });
    await cite(above.id, { to: { kind: "statement", id: below.statementId ?? "" } });
  });
  it("raises one event, told on the block, whose own version stays", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await mark();
    await cite(block.id, { note: "kern" });
    expect(await raised()).toEqual(["link.add"]);
    expect(await db.event.findFirst({ where: { chain: assessmentId }, orderBy: { seq: "desc" } })).toMatchObject({
      subjectType: "block",
      subjectId: block.id,
      subjectVersion: 1,
    });
    expect(await db.link.findFirst({ where: { fromBlockId: block.id } })).toMatchObject({ kind: "supports", note: "kern", version: 1 });
  });
});

describe("changing and removing a link", () => {
  it("tells the five: not found, not allowed, wrong state, conflict, done", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const { id } = await cite(block.id);
    await mark();
    const change = (more: object = {}, by: Person = cast.researcher) =>
      changeLink(as(by, hour(4)), { assessmentId, id, version: 1, kind: "contradicts", note: "", ...more });
    await expect(change({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(change({}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(change({ version: 4 })).rejects.toMatchObject({ code: "conflict", details: { theirs: { kind: "supports" } } });
    await change({ kind: "supports" });
    expect(await raised()).toEqual([]);
    await change();
    expect(await raised()).toEqual(["link.change"]);
    const { block: reviewed } = await givenInReview(cast, scene, "5");
    const inReview = await db.link.findFirstOrThrow({ where: { fromBlockId: reviewed.id } });
    await expect(change({ id: inReview.id })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(unlink(as(cast.researcher), { assessmentId, id: inReview.id, version: 1 })).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("does not make a link that the chain lacks", async () => {
    const answer = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    const { id } = await cite(answer.id, { kind: "context" });
    await expect(changeLink(as(cast.researcher), { assessmentId, id, version: 1, kind: "supports", note: "" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
  it("archives with one event, and can be linked again", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const { id } = await cite(block.id);
    await mark();
    const remove = (more: object = {}, by: Person = cast.researcher) => unlink(as(by, hour(4)), { assessmentId, id, version: 1, ...more });
    await expect(remove({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(remove({}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove({ version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await remove();
    expect(await raised()).toEqual(["link.remove"]);
    await cite(block.id);
  });
});

describe("confidence and contradiction", () => {
  const weigh = (blockId: string, more: Partial<SetConfidence> = {}, by: Person = cast.researcher) =>
    setConfidence(as(by, hour(4)), {
      assessmentId,
      blockId,
      version: 1,
      level: "high",
      reason: "Drie bronnen.",
      components: { adequacy: "some" },
      contradiction: "",
      ...more,
    });

  it("stays on the scale and the kinds of statement that the protocol names", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const text = await givenBlock(cast, scene.section("3.1"), { kind: "text" });
    const conclusion = await givenBlock(cast, scene.section("5"), { kind: "conclusion" });
    await expect(weigh(block.id, { level: "sky-high" })).rejects.toMatchObject({ code: "invalid" });
    await expect(weigh(block.id, { components: { colour: "some" } })).rejects.toMatchObject({ code: "invalid" });
    await expect(weigh(block.id, { components: { adequacy: "much" } })).rejects.toMatchObject({ code: "invalid" });
    await expect(weigh(text.id)).rejects.toMatchObject({ code: "invalid" });
    await expect(weigh(conclusion.id)).rejects.toMatchObject({ code: "invalid" });
    await weigh(conclusion.id, { level: null, components: {}, contradiction: "Ouder onderzoek." });
  });
  it("tells the five", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await mark();
    await expect(weigh(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(weigh(block.id, {}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(weigh(block.id, { version: 3 })).rejects.toMatchObject({ code: "conflict" });
    await weigh(block.id);
    expect(await raised()).toEqual(["statement.set-confidence"]);
    expect(await db.statement.findFirst({ where: { blockId: block.id } })).toMatchObject({
      confidence: "high",
      confidenceComponents: '{"adequacy":"some"}',
    });
    await weigh(block.id, { version: 2 });
    expect(await raised()).toHaveLength(1);
    const { block: reviewed } = await givenInReview(cast, scene, "5");
    await expect(weigh(reviewed.id)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("tagging evidence for a question", () => {
  const tag = (more: object = {}, by: Person = cast.secondResearcher) =>
    tagQuestion(as(by, hour(3)), { assessmentId, question: "1a", evidence: { kind: "excerpt", id: scene.excerpt }, ...more });

  it("refuses unknown evidence, unknown questions, readers, and blind judgements", async () => {
    await expect(tag({ evidence: { kind: "excerpt", id: nowhere } })).rejects.toMatchObject({ code: "not-found" });
    await expect(tag({ evidence: { kind: "judgement", id: scene.blindJudgement } })).rejects.toMatchObject({ code: "not-found" });
    await expect(tag({ question: "9" })).rejects.toMatchObject({ code: "invalid" });
    await expect(tag({}, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(tag({}, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
  });
  it("raises one event each way, and none when nothing changes", async () => {
    await mark();
    await tag();
    await tag();
    await untagQuestion(as(cast.researcher, hour(4)), { assessmentId, question: "1a", evidence: { kind: "excerpt", id: scene.excerpt } });
    await tag();
    expect(await raised()).toEqual(["question.tag", "question.untag", "question.tag"]);
  });
});

describe("reading evidence", () => {
  const read = (viewer: Parameters<typeof readEvidence>[1]["viewer"]) =>
    readEvidence(db, { assessment: { id: assessmentId }, protocol: sectionProtocol, viewer, which: "all" });
  const person = ({ id }: Person, role: "lead" | "researcher") => ({
    id,
    administrator: false,
    mayStart: false,
    roles: { [assessmentId]: role },
  });
  const blind = () => `judgement/${scene.blindJudgement}`;

  it("selects a blind judgement for its rater only, and says that it can't be cited", async () => {
    const own = await read(person(cast.secondResearcher, "researcher"));
    expect(own.get(blind())).toMatchObject({ code: "O1:K1", citable: "blind", level: { value: "much" }, questions: ["1a"] });
    for (const viewer of [person(cast.lead, "lead"), person(cast.researcher, "researcher"), "reader" as const]) {
      const seen = await read(viewer);
      expect(seen.has(blind())).toBe(false);
      expect(JSON.stringify([...seen.values()])).not.toContain("Kwetsbaar");
    }
  });
  it("opens it for all once the round is open, and cites it when its rater is the only one", async () => {
    await rawWriter().round.updateMany({ data: { openedAt: hour(5) } });
    expect((await read(person(cast.lead, "lead"))).get(blind())).toMatchObject({
      citable: null,
      originKey: expect.stringContaining("round ") as unknown,
    });
  });
  it("gives origin, place and page of an excerpt", async () => {
    const seen = await read(person(cast.lead, "lead"));
    expect(seen.get(`excerpt/${scene.excerpt}`)).toMatchObject({
      code: "S01:1",
      form: "quoted",
      citable: null,
      path: "/sources/S01#S01:1",
      origin: { authors: "Visser", year: "2024", place: "p. 1" },
    });
    expect(seen.get(`excerpt/${scene.archivedExcerpt}`)).toMatchObject({ citable: "archived", archived: true });
  });
});
