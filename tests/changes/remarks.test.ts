import { beforeAll, describe, expect, it } from "vitest";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { closeCommentRound, reopenCommentRound } from "~/features/remarks/move-comment-round.server";
import { openCommentRound } from "~/features/remarks/open-comment-round.server";
import { respondToRemark } from "~/features/remarks/respond-to-remark.server";
import { saveRemark } from "~/features/remarks/save-remark.server";
import { sendRemarks } from "~/features/remarks/send-remarks.server";
import { showResponses } from "~/features/remarks/show-responses.server";
import { removeRemark, withdrawRemark } from "~/features/remarks/withdraw-remark.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenDraftRemark, givenSentRemark } from "../support/remark-scene";
import { givenWrittenSection } from "../support/section-scene";

useDatabase();
let cast: Cast;
let edition: { assessmentId: string; editionId: string };
let written: { section: string; statement: string };
const nowhere = newId(hour(0));
const asked = { dueOn: "2026-09-10", note: { nl: "Klopt hoofdstuk 3?", en: "Is chapter 3 right?" } };

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  written = await givenWrittenSection(cast);
  const { id } = await givenReleased(cast);
  edition = { assessmentId: cast.assessment.id, editionId: id };
}, 60_000);

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

const roundVersion = async () => (await db.commentRound.findUniqueOrThrow({ where: { editionId: edition.editionId } })).version;
const draft = (more: Partial<Parameters<typeof saveRemark>[1]> = {}) => givenDraftRemark(cast, edition, more);
const sent = () => givenSentRemark(cast, edition);
const answer = { stance: "accepted" as const, response: { nl: "Overgenomen." }, changed: { nl: "Cijfer hersteld." }, statements: [] };

describe("a round of remarks", () => {
  it("is opened on a released edition by the lead, once, with one event", async () => {
    const open = { ...edition, ...asked };
    await expect(openCommentRound(as(cast.lead), { ...open, editionId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(openCommentRound(as(cast.administrator), open)).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.researcher, cast.commissioner])
      await expect(openCommentRound(as(person), open)).rejects.toMatchObject({ code: "forbidden" });
    const { id: unreleased } = await givenDraft(cast, 40);
    await expect(openCommentRound(as(cast.lead), { ...open, editionId: unreleased })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(openCommentRound(as(cast.lead, hour(400)), open)).rejects.toMatchObject({ details: { problem: "in-past" } });
    await expect(draft()).rejects.toMatchObject({ code: "not-found" }); // nobody asked for remarks yet
    expect(await raised(() => openCommentRound(as(cast.lead), open))).toEqual(["comment-round.open"]);
    await expect(openCommentRound(as(cast.lead), open)).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is closed and opened again with a reason, and refused when stale or in that state already", async () => {
    await expect(closeCommentRound(as(cast.lead), { ...edition, editionId: nowhere, version: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(closeCommentRound(as(cast.researcher), { ...edition, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeCommentRound(as(cast.lead), { ...edition, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    const again = { ...edition, dueOn: "2026-09-20", reason: "Een ministerie was met reces." };
    await expect(reopenCommentRound(as(cast.lead), { ...again, version: 1 })).rejects.toMatchObject({ code: "wrong-state" });
    const { id, version } = await draft();
    expect(await raised(() => closeCommentRound(as(cast.lead), { ...edition, version: 1 }))).toEqual(["comment-round.close"]);
    const late = () => draft({ id, version, text: "Nog iets." });
    await expect(late()).rejects.toMatchObject({ code: "wrong-state", details: { state: "closed" } });
    await expect(sendRemarks(as(cast.commissioner), { ...edition, drafts: [{ id, version }] })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await expect(reopenCommentRound(as(cast.lead), { ...again, version: 2, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    expect(await raised(() => reopenCommentRound(as(cast.lead), { ...again, version: 2 }))).toEqual(["comment-round.reopen"]);
    expect(await raised(late)).toEqual(["remark.draft"]);
    await removeRemark(as(cast.commissioner), { ...edition, id, version: version + 1 });
  });
});

describe("a remark", () => {
  it("is its writer's own draft: kept, changed and thrown away with one event each that says nothing of it", async () => {
    for (const person of [cast.lead, cast.reviewer])
      await expect(saveRemark(as(person), { ...edition, id: newId(hour(3)), version: 0, ...blank })).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(draft({ about: "statement:F999" })).rejects.toMatchObject({ code: "invalid", details: { field: "about" } });
    await expect(draft({ text: " " })).rejects.toMatchObject({ code: "invalid", details: { field: "text" } });
    const one = await draft({ about: `statement:${written.statement}`, text: "Geheim tot verzending." });
    expect(await db.remark.findUnique({ where: { id: one.id } })).toMatchObject({
      sectionCode: written.section,
      statementCode: written.statement,
    });
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id } });
    expect(JSON.stringify(details)).not.toContain("Geheim");
    await expect(draft({ id: one.id, version: 5, text: "Anders" })).rejects.toMatchObject({ code: "conflict" });
    const colleague = { ...cast.commissioner, id: cast.reviewer.id };
    await expect(givenDraftRemark({ ...cast, commissioner: colleague }, edition, { id: one.id, version: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await raised(() => draft({ id: one.id, version: 1, text: "Beter gezegd." }))).toEqual(["remark.draft"]);
    expect(await raised(() => draft({ id: one.id, version: 2, text: "Beter gezegd." }))).toEqual([]);
    await expect(removeRemark(as(cast.commissioner), { ...edition, id: one.id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => removeRemark(as(cast.commissioner), { ...edition, id: one.id, version: 2 }))).toEqual(["remark.remove"]);
    const next = await draft();
    expect(Number(next.code.slice(1))).toBe(Number(one.code.slice(1)) + 1);
    await removeRemark(as(cast.commissioner), { ...edition, id: next.id, version: 1 });
  });

  it("is sent with all others in one act, each with its event, or none of them; late after the day", async () => {
    const [one, two] = [await draft(), await draft()];
    const send = (version: number) => sendRemarks(as(cast.commissioner, hour(3000)), { ...edition, drafts: [one, { ...two, version }] });
    await expect(sendRemarks(as(cast.commissioner), { ...edition, drafts: [] })).rejects.toMatchObject({ code: "invalid" });
    await expect(sendRemarks(as(cast.lead), { ...edition, drafts: [one] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(sendRemarks(as(cast.commissioner), { ...edition, drafts: [{ id: nowhere, version: 1 }] })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(send(7)).rejects.toMatchObject({ code: "conflict" });
    expect((await db.remark.findUniqueOrThrow({ where: { id: one.id } })).sentAt).toBeNull();
    expect(await raised(() => send(1))).toEqual(["remark.send", "remark.send"]);
    const told = { chain: cast.assessment.id, part: "change" };
    const [event] = await db.eventDetail.findMany({ where: told, orderBy: { seq: "desc" }, take: 1 });
    expect(JSON.parse(event?.body ?? "{}")).toMatchObject({ late: true });
    await expect(send(2)).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is withdrawn by who sent it, with a reason, until its response was shown", async () => {
    const { id, version } = await sent();
    const withdraw = { ...edition, id, version, reason: "Dubbel." };
    await expect(withdrawRemark(as(cast.commissioner), { ...withdraw, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(withdrawRemark(as(cast.lead), withdraw)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawRemark(as(cast.commissioner), { ...withdraw, reason: "" })).rejects.toMatchObject({ code: "invalid" });
    await expect(withdrawRemark(as(cast.commissioner), { ...withdraw, version: 8 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => withdrawRemark(as(cast.commissioner), withdraw))).toEqual(["remark.withdraw"]);
    await expect(respondToRemark(as(cast.researcher), { ...edition, id, version: 3, ...answer })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
});

describe("a response", () => {
  it("is written by a researcher, shown by the lead, and then changed by the lead alone", async () => {
    const { id, version } = await sent();
    const respond = { ...edition, id, version, ...answer };
    const mine = await draft();
    await expect(respondToRemark(as(cast.researcher), { ...respond, id: mine.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(respondToRemark(as(cast.commissioner), respond)).rejects.toMatchObject({ code: "not-found" });
    await expect(respondToRemark(as(cast.reviewer), respond)).rejects.toMatchObject({ code: "forbidden" });
    await expect(respondToRemark(as(cast.researcher), { ...respond, statements: [nowhere] })).rejects.toMatchObject({ code: "invalid" });
    await expect(respondToRemark(as(cast.researcher), { ...respond, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    const show = (at: number) => showResponses(as(cast.lead), { ...edition, remarks: [{ id, version: at }] });
    await expect(show(version)).rejects.toMatchObject({ code: "wrong-state" }); // without words
    expect(await raised(() => respondToRemark(as(cast.researcher), respond))).toEqual(["remark.respond"]);
    await expect(showResponses(as(cast.researcher), { ...edition, remarks: [{ id, version: 3 }] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(show(version)).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => show(3))).toEqual(["remark.show"]);
    const later = { ...respond, version: 4, response: { nl: "Deels overgenomen." } };
    await expect(respondToRemark(as(cast.researcher), later)).rejects.toMatchObject({ code: "forbidden" });
    await expect(respondToRemark(as(cast.lead), { ...later, response: {} })).rejects.toMatchObject({ details: { field: "response" } });
    expect(await raised(() => respondToRemark(as(cast.lead, hour(9)), later))).toEqual(["remark.respond"]);
    expect(await db.version.count({ where: { kind: "remark", recordId: id } })).toBe(5);
    const withdraw = withdrawRemark(as(cast.commissioner), { ...edition, id, version: 5, reason: "Toch niet." });
    await expect(withdraw).rejects.toMatchObject({ code: "wrong-state", details: { state: "shown" } });
  });
});

describe("an edition that is withdrawn", () => {
  it("ends its round of remarks, with an event of each", async () => {
    const { version } = await db.edition.findUniqueOrThrow({ where: { id: edition.editionId } });
    const withdraw = { assessmentId: edition.assessmentId, id: edition.editionId, version, reason: "Fout in tabel 2." };
    expect(await raised(() => withdrawEdition(as(cast.lead, hour(4000)), withdraw))).toEqual(["edition.withdraw", "comment-round.close"]);
    const again = { ...edition, version: await roundVersion(), dueOn: "2027-09-20", reason: "Toch." };
    await expect(reopenCommentRound(as(cast.lead), again)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

const blank = { about: "edition", passage: "", text: "Tekst", language: "nl" };
