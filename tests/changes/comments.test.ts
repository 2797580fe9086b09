import { beforeEach, describe, expect, it } from "vitest";
import { addComment, type AddComment } from "~/features/comments/add-comment.server";
import { changeComment } from "~/features/comments/change-comment.server";
import { resolveComment } from "~/features/comments/resolve-comment.server";
import { sendOwnDrafts } from "~/features/comments/send-own-drafts.server";
import { withdrawComment } from "~/features/comments/withdraw-comment.server";
import { countOpenPoints } from "~/platform/comments.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listEvents } from "~/platform/trail.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let sectionId: string;
let block: { id: string; version: number };
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
const add = (more: Partial<AddComment> = {}, by: Person = cast.reviewer) =>
  addComment(as(by, hour(3)), { assessmentId, sectionId, text: "Waar blijkt dit uit?", mentions: [], draft: false, ...more });
const onWords = (words: string, which: number | null = null) => ({ on: { blockId: block.id, language: "nl", quote: { words, which } } });
const rowOf = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
const ref = (id: string, version = 1) => ({ assessmentId, id, version });

describe("adding a comment", () => {
  it("is for the team, on a passage as it stands, in one event", async () => {
    await expect(add({ sectionId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({}, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ on: { blockId: nowhere, language: "nl" } })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ on: { blockId: block.id, language: "en", selected: { start: 0, end: 6, version: 1 } } })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(add(onWords("vier jaar"))).rejects.toMatchObject({
      code: "invalid",
      details: { field: "quote", problem: "passage-not-found" },
    });
    await expect(add(onWords("r"))).rejects.toMatchObject({ code: "invalid", details: { field: "quote", problem: "passage-twice" } });
    const selected = { start: 20, end: 90, version: 1 };
    await expect(add({ on: { blockId: block.id, language: "nl", selected } })).rejects.toMatchObject({ code: "invalid" });
    expect(await raised()).toEqual([]);
    const { id, number } = await add(onWords("DRIE jaar"));
    expect(await raised()).toEqual(["comment.add"]);
    expect(await rowOf(id)).toMatchObject({
      number,
      passage: "drie jaar",
      start: 14,
      end: 23,
      blockVersion: 1,
      language: "nl",
      version: 1,
    });
    const [event] = (await listEvents(db, { chain: assessmentId, limit: 1 })).events;
    expect(event).toMatchObject({
      label: "3.1 #1",
      change: { section: "3.1", statement: "F1", passage: "drie jaar", text: "Waar blijkt dit uit?" },
    });
    expect((await add({ threadId: id, text: "Uit de bron." }, cast.researcher)).number).toBe(2);
    expect(await raised()).toEqual(["comment.add", "comment.answer"]);
    expect((await add(onWords("r", 2))).number).toBe(3);
  });

  it("names people who can read it, in the text or beside it, and nobody else", async () => {
    await expect(add({ mentions: [cast.commissioner.id] })).rejects.toMatchObject({ code: "invalid", details: { field: "mentions" } });
    await expect(add({ mentions: [cast.outsider.id] })).rejects.toMatchObject({ code: "invalid", details: { field: "mentions" } });
    await expect(add({ text: `Zie @${cast.commissioner.name}.` })).rejects.toMatchObject({ code: "invalid", details: { field: "text" } });
    const { id } = await add({
      text: `Kan @${cast.researcher.name.toLowerCase()} dit nagaan?`,
      mentions: [cast.lead.id, cast.reviewer.id],
    });
    expect(JSON.parse((await rowOf(id)).mentions)).toEqual([cast.lead.id, cast.researcher.id].toSorted());
  });
});

describe("one's own comment", () => {
  it("is changed by its writer only, at its version, and keeps the earlier words", async () => {
    const { id } = await add();
    seq = await lastSeq(assessmentId);
    const change = (text: string, version = 1, by: Person = cast.reviewer) =>
      changeComment(as(by, hour(4)), { ...ref(id, version), text, mentions: [] });
    await expect(changeComment(as(cast.reviewer), { ...ref(nowhere), text: "x", mentions: [] })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(change("x", 1, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(change("x", 1, cast.lead)).rejects.toMatchObject({ code: "forbidden" });
    await expect(change("x", 3)).rejects.toMatchObject({ code: "conflict" });
    await change("Waar blijkt dit uit?");
    expect(await raised()).toEqual([]);
    await change("Uit welke bron blijkt dit?");
    expect(await raised()).toEqual(["comment.change"]);
    expect(await db.version.count({ where: { kind: "comment", recordId: id } })).toBe(2);
    await withdrawComment(as(cast.reviewer, hour(5)), ref(id, 2));
    await expect(change("x", 3)).rejects.toMatchObject({ code: "wrong-state", details: { state: "withdrawn" } });
  });

  it("is withdrawn by its writer only", async () => {
    const { id } = await add();
    seq = await lastSeq(assessmentId);
    await expect(withdrawComment(as(cast.lead), ref(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawComment(as(cast.reviewer), ref(id, 2))).rejects.toMatchObject({ code: "conflict" });
    await withdrawComment(as(cast.reviewer), ref(id));
    expect(await raised()).toEqual(["comment.withdraw"]);
    await expect(withdrawComment(as(cast.reviewer), ref(id, 2))).rejects.toMatchObject({ code: "wrong-state" });
    await expect(add({ threadId: id })).rejects.toMatchObject({ code: "wrong-state" });
    expect((await add()).number).toBe(2);
  });
});

describe("resolving a point", () => {
  it("and opening it again are for the team, each one event", async () => {
    const { id } = await add();
    seq = await lastSeq(assessmentId);
    await expect(resolveComment(as(cast.commissioner), ref(id), "resolve")).rejects.toMatchObject({ code: "not-found" });
    await expect(resolveComment(as(cast.researcher), ref(nowhere), "resolve")).rejects.toMatchObject({ code: "not-found" });
    await expect(resolveComment(as(cast.researcher), ref(id), "reopen")).rejects.toMatchObject({ code: "wrong-state" });
    await expect(resolveComment(as(cast.researcher), ref(id, 4), "resolve")).rejects.toMatchObject({ code: "conflict" });
    await resolveComment(as(cast.researcher), ref(id), "resolve");
    expect(await countOpenPoints(db, assessmentId)).toEqual(new Map());
    await resolveComment(as(cast.reviewer), ref(id, 2), "reopen");
    expect(await raised()).toEqual(["comment.resolve", "comment.reopen"]);
    expect((await countOpenPoints(db, assessmentId)).get(sectionId)).toEqual({ comments: 1, suggestions: 0 });
  });
});

describe("a draft", () => {
  it("is kept, changed and thrown away with a version and one event each, which says nothing of it", async () => {
    const secret = { ...onWords("drie jaar"), text: `Geheim, @${cast.researcher.name}.` };
    const { id } = await add({ ...secret, draft: true });
    expect(await raised()).toEqual(["comment.draft"]);
    const reword = () => changeComment(as(cast.reviewer, hour(4)), { ...ref(id), text: "Toch geheim.", mentions: [cast.lead.id] });
    await reword();
    await expect(reword()).rejects.toMatchObject({ code: "conflict" });
    await changeComment(as(cast.reviewer, hour(4)), { ...ref(id, 2), text: "Toch geheim.", mentions: [cast.lead.id] });
    await withdrawComment(as(cast.reviewer, hour(5)), ref(id, 2));
    expect(await raised()).toEqual(["comment.draft", "comment.draft", "comment.remove"]);
    const versions = await db.version.findMany({ where: { kind: "comment", recordId: id }, orderBy: { number: "asc" } });
    expect(versions.map(({ number, digest }) => ({ number, digest }))).toEqual(
      [1, 2, 3].map((number) => ({ number, digest: expect.any(String) as string })),
    );
    const { events } = await listEvents(db, { chain: assessmentId, limit: 3 });
    expect(events.map(({ label, change }) => ({ label, section: change?.["section"] }))).toEqual(
      [1, 2, 3].map(() => ({ label: "3.1", section: "3.1" })),
    );
    const details = await db.eventDetail.findMany({ where: { chain: assessmentId, seq: { gt: seq } } });
    expect(JSON.parse(details.find(({ part }) => part === "change")?.body ?? "")).toMatchObject({ records: [{ kind: "comment", id }] });
    for (const words of ["eheim", "drie jaar", "F1", block.id, cast.researcher.id, cast.researcher.name, cast.lead.id])
      expect(JSON.stringify(details)).not.toContain(words);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });

  it("is nobody else's, and is sent with the others at once", async () => {
    const { id } = await add({ draft: true });
    await changeComment(as(cast.reviewer), { ...ref(id), text: "Toch: waar blijkt dit uit?", mentions: [] });
    expect(await countOpenPoints(db, assessmentId)).toEqual(new Map());
    await expect(add({ threadId: id }, cast.lead)).rejects.toMatchObject({ code: "not-found" });
    await expect(changeComment(as(cast.lead), { ...ref(id, 2), text: "x", mentions: [] })).rejects.toMatchObject({ code: "not-found" });
    const sent = await add({}, cast.lead);
    expect(sent.number).toBe(1);
    const answer = await add({ draft: true, threadId: sent.id, text: "Uit de tweede bron?" });
    seq = await lastSeq(assessmentId);
    const place = { assessmentId, sectionId };
    expect(await sendOwnDrafts(as(cast.lead, hour(5)), place)).toEqual({ sent: 0 });
    await expect(sendOwnDrafts(as(cast.commissioner), place)).rejects.toMatchObject({ code: "not-found" });
    expect(await sendOwnDrafts(as(cast.reviewer, hour(5)), place)).toEqual({ sent: 2 });
    expect(await raised()).toEqual(["comment.add", "comment.answer"]);
    expect([(await rowOf(id)).number, (await rowOf(answer.id)).number]).toEqual([2, 3]);
    expect(await sendOwnDrafts(as(cast.reviewer, hour(6)), place)).toEqual({ sent: 0 });
  });

  it("of an answer stays one when its point was withdrawn meanwhile", async () => {
    const point = await add({}, cast.lead);
    const answer = await add({ draft: true, threadId: point.id, text: "Uit de tweede bron?" });
    const other = await add({ draft: true, text: "Iets anders." });
    await withdrawComment(as(cast.lead, hour(4)), ref(point.id));
    seq = await lastSeq(assessmentId);
    expect(await sendOwnDrafts(as(cast.reviewer, hour(5)), { assessmentId, sectionId })).toEqual({ sent: 1 });
    expect(await raised()).toEqual(["comment.add"]);
    expect(await rowOf(answer.id)).toMatchObject({ sentAt: null, version: 1 });
    expect(await rowOf(other.id)).toMatchObject({ number: 2, version: 2 });
  });
});
