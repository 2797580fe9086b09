import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addFollowUp } from "~/features/interviews/add-follow-up.server";
import { archiveFollowUp } from "~/features/interviews/archive-follow-up.server";
import { findInterview } from "~/features/interviews/find-interview.server";
import { keepNotes } from "~/features/interviews/keep-notes.server";
import { loadInterview } from "~/features/interviews/load-interview.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { recordAnswer, type RecordAnswer } from "~/features/interviews/record-answer.server";
import { startClock } from "~/features/interviews/start-clock.server";
import { takeNotes } from "~/features/interviews/take-notes.server";
import { findAssessmentRowIfAny, protocolVersion } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { forgetOldKeys } from "~/platform/idempotency.server";
import { newId } from "~/platform/ids.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, canary, givenHeldInterview, givenProtocol, hour, lastSeq } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let seq: number;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  held = await givenHeldInterview(cast);
  seq = await lastSeq(cast.assessment.id);
});
const raised = () => actionsSince(cast.assessment.id, seq);
const here = () => ({ assessmentId: cast.assessment.id, interviewId: held.id });
const add = (more: Partial<Parameters<typeof addFollowUp>[1]> = {}, person: Person = cast.researcher) =>
  addFollowUp(as(person, hour(5)), { ...here(), question: "gq1", wording: "En hoe lang al?", ...more });
const answer = (more: Partial<RecordAnswer> = {}): RecordAnswer => ({
  ...here(),
  question: "gq1",
  part: "+1",
  version: 1,
  state: "answered",
  reason: null,
  value: null,
  record: "Sinds 2019.",
  notes: canary.notes,
  timeMark: "0:12:30",
  attribution: null,
  givenBy: [],
  ...more,
});
const keep = (more: Partial<RecordAnswer> = {}, person: Person = cast.researcher) => recordAnswer(as(person, hour(6)), answer(more));
const takeAway = (answerId: string, version = 1, person: Person = cast.researcher) =>
  archiveFollowUp(as(person, hour(7)), { assessmentId: cast.assessment.id, answerId, version });
const rowOf = (part: string) => db.interviewAnswer.findFirst({ where: { interviewId: held.id, question: "gq1", part } });

describe("a follow-up question", () => {
  it("is not found for a question that is not asked here, forbidden to who does not hold it, and needs words", async () => {
    await expect(add({ interviewId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ question: "gq3" })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(add({ wording: "  " })).rejects.toMatchObject({ code: "invalid" });
    expect(await raised()).toEqual([]);
  });

  it("is an open answer with a code of its own, in the words of the interviewer, with exactly one event", async () => {
    const first = await add();
    const second = await add({ wording: "Waarom?" });
    expect([first.code, second.code]).toEqual([`${held.code}:1+1`, `${held.code}:1+2`]);
    expect(await raised()).toEqual(["answer.follow-up", "answer.follow-up"]);
    expect(await rowOf("+1")).toMatchObject({ state: "open", wording: '{"nl":"En hoe lang al?"}', language: "nl", version: 1 });
  });

  it("is answered as any other, with the words that it was asked in, and stands under its question", async () => {
    await add();
    expect(await keep()).toMatchObject({ code: `${held.code}:1+1`, version: 2 });
    expect(await rowOf("+1")).toMatchObject({ record: "Sinds 2019.", timeMark: "0:12:30", wording: '{"nl":"En hoe lang al?"}' });
    const viewer = await findViewerIfAny(db, cast.researcher.id, hour(8));
    const found = await findAssessmentRowIfAny(db, cast.assessment.slug);
    if (!viewer || !found) throw new Error("no scene");
    const assessment = { ...found, role: "researcher" as const };
    const page = await loadInterview(
      db,
      { ...viewer, sessionId: "none" },
      assessment,
      await protocolVersion(assessment.id, 1),
      await findInterview(db, assessment, held.code),
    );
    const [question] = page.guide.blocks.flatMap(({ questions }) => questions);
    expect(question?.items.map(({ code, state }) => [code, state])).toEqual([
      ["1", "open"],
      ["1+1", "answered"],
    ]);
  });

  it("is not answered before it was added, nor a conflict when somebody was first", async () => {
    await expect(keep()).rejects.toMatchObject({ code: "not-found" });
    await add();
    await keep();
    await expect(keep({ record: "Anders" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("that is open stands in the way of finishing the record", async () => {
    await add();
    const { version } = await db.interview.findUniqueOrThrow({ where: { id: held.id } });
    const finish = moveInterview(as(cast.researcher, hour(8)), {
      assessmentId: cast.assessment.id,
      id: held.id,
      version,
      move: "finish-record",
    });
    await expect(finish).rejects.toMatchObject({ code: "invalid", details: { open: ["gq1", "gq1:+1", "gq2:which", "gq2:why"] } });
  });
});

describe("taking a follow-up away", () => {
  it("is not found elsewhere, nor for an answer to the guide, and forbidden to who does not hold it", async () => {
    const { id } = await add();
    const guide = await keep({ part: "", version: 0 });
    await expect(takeAway(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeAway(guide.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeAway(id, 1, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused once something was written down, also in the notes, and in conflict when overtaken", async () => {
    const one = await add();
    const two = await add();
    await keep();
    await keep({ part: "+2", state: "open", record: "", notes: "iets" });
    await expect(takeAway(one.id, 2)).rejects.toMatchObject({ code: "wrong-state", details: { state: "answered" } });
    await expect(takeAway(two.id, 2)).rejects.toMatchObject({ code: "wrong-state" });
    const three = await add();
    await expect(takeAway(three.id, 5)).rejects.toMatchObject({ code: "conflict" });
  });

  it("raises one event, leaves the guide, and gives its number not again", async () => {
    const { id } = await add();
    seq = await lastSeq(cast.assessment.id);
    await takeAway(id);
    expect(await raised()).toEqual(["answer.archive-follow-up"]);
    await expect(keep({ version: 2 })).rejects.toMatchObject({ code: "not-found" });
    await expect(takeAway(id, 2)).rejects.toMatchObject({ code: "wrong-state", details: { state: "archived" } });
    expect((await add()).code).toBe(`${held.code}:1+2`);
  });
});

describe("the clock of an interview", () => {
  it("is started once with one event, by who holds it and while it is being held", async () => {
    const start = (person: Person = cast.researcher, id = held.id) =>
      startClock(as(person, hour(5)), { assessmentId: cast.assessment.id, id });
    await expect(start(cast.researcher, nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(start(cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await start();
    await start();
    expect(await raised()).toEqual(["interview.start-clock"]);
    expect(await db.interview.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({ startedAt: hour(5) });
  });

  it("runs from the moment that a device without connection tells, and a form that comes again starts nothing", async () => {
    const startedAt = new Date(hour(5).getTime() - 40 * 60 * 1000);
    const start = () => startClock(as(cast.researcher, hour(5)), { ...here(), id: held.id, startedAt, key: "key-of-a-clock" });
    await start();
    await start();
    expect(await raised()).toEqual(["interview.start-clock"]);
    expect(await db.interview.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({ startedAt, changes: 3 });
  });

  it("runs from its arrival when the device tells a moment that can't be", async () => {
    const { createdAt } = await db.interview.findUniqueOrThrow({ where: { id: held.id } });
    const later = await givenHeldInterview(cast);
    const start = (id: string, startedAt: Date) => startClock(as(cast.researcher, hour(5)), { ...here(), id, startedAt });
    await start(held.id, new Date(createdAt.getTime() - 1000));
    await start(later.id, hour(6));
    for (const id of [held.id, later.id])
      expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ startedAt: hour(5) });
  });
});

describe("taking the notes into the record", () => {
  it("puts them under what stands there, and answers an open question", async () => {
    const { id, version } = await keep({ part: "", version: 0, state: "open", record: "", notes: "korte notitie" });
    const take = (at: number, person: Person = cast.researcher) =>
      takeNotes(as(person, hour(7)), { ...here(), answerId: id, version: at, key: null });
    await expect(take(version, cast.lead)).rejects.toMatchObject({ code: "forbidden" }); // the notes are for who holds it
    await take(version);
    expect(await rowOf("")).toMatchObject({ record: "korte notitie", state: "answered", notes: "korte notitie" });
    await take(version + 1);
    expect(await rowOf("")).toMatchObject({ record: "korte notitie\nkorte notitie" });
    await expect(take(version)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a form that comes again", () => {
  it("with the same key gets the first answer and writes nothing", async () => {
    const first = await keep({ part: "", version: 0, key: "key-1-of-a-form" });
    const again = await keep({ part: "", version: 0, key: "key-1-of-a-form" });
    expect(again).toEqual(first);
    expect(await raised()).toEqual(["answer.record"]);
    const added = await add({ key: "key-2-of-a-form" });
    expect(await add({ key: "key-2-of-a-form" })).toEqual(added);
    expect(await raised()).toEqual(["answer.record", "answer.follow-up"]);
  });

  it("with notes alone gets the first answer too, also once the answer went on", async () => {
    const { id } = await keep({ part: "", version: 0 });
    const note = { ...here(), answerId: id, version: 1, notes: "later bedacht", key: "key-of-the-notes" };
    const first = await keepNotes(as(cast.researcher, hour(7)), note);
    await keep({ part: "", version: 2, record: "Sinds 2020.", notes: "later bedacht" });
    expect(await keepNotes(as(cast.researcher, hour(8)), note)).toEqual(first);
    expect(await rowOf("")).toMatchObject({ notes: "later bedacht", record: "Sinds 2020.", version: 3 });
  });

  it("at the same moment in two tabs makes one event", async () => {
    const results = await Promise.all([1, 2, 3].map(() => keep({ part: "", version: 0, key: "key-3-of-a-form" })));
    expect(new Set(results.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await raised()).toEqual(["answer.record"]);
  });

  it("without a key, or with another's, is in conflict as before", async () => {
    await keep({ part: "", version: 0, key: "key-4-of-a-form" });
    await expect(keep({ part: "", version: 0 })).rejects.toMatchObject({ code: "conflict" });
    const byLead = recordAnswer(as(cast.lead, hour(6)), {
      ...answer({ part: "", version: 0, key: "key-4-of-a-form" }),
      notes: undefined as never,
    });
    await expect(byLead).rejects.toMatchObject({ code: "conflict" });
  });

  it("that was refused is tried again, and its key is forgotten after two months", async () => {
    await expect(keep({ part: "", version: 3, key: "key-5-of-a-form" })).rejects.toMatchObject({ code: "conflict" });
    await keep({ part: "", version: 0, key: "key-5-of-a-form" });
    await forgetOldKeys(new Date(hour(6).getTime() + 61 * 24 * 3_600_000));
    expect(await db.idempotencyKey.count()).toBe(0);
  });
});
