import { beforeEach, describe, expect, it } from "vitest";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { removeBlock } from "~/features/sections/remove-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { unlink } from "~/features/sections/unlink.server";
import { acceptSuggestion, mergedText } from "~/features/suggestions/accept-suggestion.server";
import { makeSuggestion, type MakeSuggestion } from "~/features/suggestions/make-suggestion.server";
import { rejectSuggestion, withdrawSuggestion } from "~/features/suggestions/settle-suggestion.server";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionNow, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let sectionId: string;
let block: { id: string };
let seq: number;
const nowhere = newId(hour(0));
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  sectionId = scene.section("3.1");
  block = await givenBlock(cast, sectionId);
  seq = await lastSeq(assessmentId);
});
const raised = () => actionsSince(assessmentId, seq);
const suggest = (text = "Kranen werken gemiddeld drie jaar.", more: Partial<MakeSuggestion> = {}, by: Person = cast.reviewer) =>
  makeSuggestion(as(by, hour(3)), {
    assessmentId,
    blockId: block.id,
    version: 1,
    text: { text },
    reason: "Het is een gemiddelde.",
    ...more,
  });
const save = (text: string, version = 1) =>
  saveBlock(as(cast.researcher, hour(4)), { assessmentId, id: block.id, version, text: { text } });
const accept = (id: string, version = 1, by: Person = cast.researcher) => acceptSuggestion(as(by, hour(5)), { assessmentId, id, version });
const wordsNow = async () => textOfDoc(documentOf((await db.block.findUniqueOrThrow({ where: { id: block.id } })).document));

describe("suggesting another wording", () => {
  it("is for who does not write the section, and changes nothing in it", async () => {
    await expect(suggest("x", { blockId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(suggest("x", {}, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(suggest("x", {}, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(suggest("x", { version: 4 })).rejects.toMatchObject({ code: "conflict" });
    await expect(suggest("Kranen werken drie jaar.")).rejects.toMatchObject({ code: "invalid", details: { message: "same-words" } });
    expect(await raised()).toEqual([]);
    expect((await suggest()).number).toBe(1);
    expect((await suggest("Kranen doen het drie jaar.", {}, cast.secondResearcher)).number).toBe(2);
    expect(await raised()).toEqual(["suggestion.make", "suggestion.make"]);
    expect(await wordsNow()).toBe("Kranen werken drie jaar.");
  });
});

describe("accepting a suggestion", () => {
  it("is for a writer while the section can be written, and takes its words over in one event per subject", async () => {
    const { id } = await suggest();
    seq = await lastSeq(assessmentId);
    await expect(accept(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(accept(id, 1, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(accept(id, 1, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(accept(id, 3)).rejects.toMatchObject({ code: "conflict" });
    const { version } = await sectionNow(sectionId);
    expect(await raised()).toEqual([]);
    await accept(id);
    expect(await raised()).toEqual(["suggestion.accept", "block.save"]);
    expect(await wordsNow()).toBe("Kranen werken gemiddeld drie jaar.");
    expect((await sectionNow(sectionId)).version).toBe(version);
    await expect(accept(id, 2)).rejects.toMatchObject({ code: "wrong-state", details: { state: "accepted" } });
  });

  it("merges with what was written since, and refuses where both changed the same words", async () => {
    const [first, second] = [await suggest(), await suggest("Kranen werken nog geen drie jaar.")];
    await save("Kranen werken drie jaar, zegt de dienst.");
    await accept(first.id);
    expect(await wordsNow()).toBe("Kranen werken gemiddeld drie jaar, zegt de dienst.");
    seq = await lastSeq(assessmentId);
    await expect(accept(second.id)).rejects.toMatchObject({ code: "invalid", details: { problem: "suggestion-collides" } });
    expect(await raised()).toEqual([]);
  });

  it("is not for who made it, be she the lead: she takes it back, or writes the text", async () => {
    const { id } = await suggest("Kranen werken gemiddeld drie jaar.", {}, cast.lead);
    seq = await lastSeq(assessmentId);
    await expect(accept(id, 1, cast.lead)).rejects.toMatchObject({ code: "forbidden", details: { permission: "suggestion.settle" } });
    const turnDown = rejectSuggestion(as(cast.lead, hour(5)), { assessmentId, id, version: 1, reason: "Toch niet." });
    await expect(turnDown).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised()).toEqual([]);
    await accept(id);
    expect(await raised()).toEqual(["suggestion.accept", "block.save"]);
  });

  it("is refused once its text was removed, and leaves out the citations of links that are gone", async () => {
    await linkEvidence(as(cast.researcher, hour(2)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.excerpt },
      kind: "supports",
    });
    const { id: linkId } = await db.link.findFirstOrThrow({ where: { fromBlockId: block.id } });
    const { id } = await suggest("Kranen werken gemiddeld drie jaar [[S01:1]].");
    await unlink(as(cast.researcher, hour(4)), { assessmentId, id: linkId, version: 1 });
    const row = await db.suggestion.findUniqueOrThrow({ where: { id } });
    const now = await db.block.findUniqueOrThrow({ where: { id: block.id }, include: { statement: true } });
    expect(await mergedText(db, now, row)).toMatchObject({ lost: [linkId] });
    await removeBlock(as(cast.researcher, hour(4)), { assessmentId, id: block.id, version: now.version });
    seq = await lastSeq(assessmentId);
    await expect(accept(id)).rejects.toMatchObject({ code: "invalid", details: { problem: "suggestion-text-gone" } });
    expect(await raised()).toEqual([]);
  });

  it("is refused while the section is in review, and makes who suggested it an author who can't sign it off", async () => {
    const { id } = await suggest();
    await linkEvidence(as(cast.researcher, hour(4)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.excerpt },
      kind: "supports",
    });
    const send = async () =>
      sendToReview(as(cast.researcher, hour(6)), { assessmentId, id: sectionId, version: (await sectionNow(sectionId)).version });
    await accept(id);
    await send();
    await expect(sign(cast, sectionId)).rejects.toMatchObject({ code: "forbidden", details: { reason: "own-work" } });
    const later = await suggest("Kranen werken gemiddeld vier jaar.", { version: 2 });
    await expect(accept(later.id)).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("that is still open, or was rejected, keeps nobody from signing off", async () => {
    const scene2 = await givenInReview(cast, scene, "3");
    const { id } = await suggest("Anders gezegd.", { blockId: scene2.block.id });
    await rejectSuggestion(as(cast.researcher, hour(4)), { assessmentId, id, version: 1, reason: "Dit staat er al." });
    await suggest("Nog anders gezegd.", { blockId: scene2.block.id });
    await sign(cast, scene.section("3"));
  });
});

describe("turning a suggestion down, and taking it back", () => {
  it("are for a writer with a reason, and for who made it", async () => {
    const [first, second] = [await suggest(), await suggest("Anders.")];
    seq = await lastSeq(assessmentId);
    const reject = (more: object = {}, by: Person = cast.researcher) =>
      rejectSuggestion(as(by, hour(5)), { assessmentId, id: first.id, version: 1, reason: "De bron zegt het zo.", ...more });
    await expect(reject({ id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(reject({}, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reject({ version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await expect(reject({ reason: " " })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await expect(withdrawSuggestion(as(cast.lead), { assessmentId, id: second.id, version: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await raised()).toEqual([]);
    await reject();
    await withdrawSuggestion(as(cast.reviewer, hour(6)), { assessmentId, id: second.id, version: 1 });
    expect(await raised()).toEqual(["suggestion.reject", "suggestion.withdraw"]);
    await expect(reject({ version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(withdrawSuggestion(as(cast.reviewer), { assessmentId, id: second.id, version: 2 })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
});
