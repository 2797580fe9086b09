import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addCoding, type AddCoding } from "~/features/codes/add-coding.server";
import { archiveCoding } from "~/features/codes/archive-coding.server";
import { changeCoding } from "~/features/codes/change-coding.server";
import { readCodings } from "~/features/codes/read-codings.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, hour, interviewProtocol, lastSeq } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let answer: { id: string; code: string; version: number };
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let seq: number;
const words = "De pomp is duur. Het geld is op. De pomp is duur.";
const passage = (start = 17, end = 32) => ({ start, end, text: words });

const record = (text: string, version: number) =>
  recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId: cast.assessment.id,
    interviewId: held.id,
    question: "gq1",
    part: "",
    version,
    state: "answered",
    reason: null,
    value: null,
    record: text,
    timeMark: null,
    attribution: null,
    givenBy: [],
  });

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
beforeEach(async () => {
  held = await givenHeldInterview(cast);
  answer = await record(words, 0);
  seq = await lastSeq(cast.assessment.id);
});
const raised = () => actionsSince(cast.assessment.id, seq);
const coding = (more: Partial<AddCoding> = {}): AddCoding => ({
  assessmentId: cast.assessment.id,
  code: "money",
  of: { kind: "interview-answer", id: answer.id },
  passage: passage(),
  note: null,
  ...more,
});
const add = (more: Partial<AddCoding> = {}) => addCoding(as(cast.secondResearcher, hour(6)), coding(more));
const read = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  const viewer = await findViewerIfAny(db, cast.reviewer.id, hour(9));
  if (!row || !viewer) throw new Error("The cast is not there.");
  const study = { assessment: { ...row, role: "reviewer" as const }, protocol: interviewProtocol, viewer };
  return readCodings(db, study, { of: { kind: "interview-answer", id: answer.id } });
};

describe("marking a passage", () => {
  it("is not found elsewhere, nor of an answer that says nothing or was withdrawn", async () => {
    await expect(add({ of: { kind: "interview-answer", id: newId(hour(0)) } })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ of: { kind: "excerpt", id: answer.id } })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    const { id, version } = answer;
    await withdrawAnswer(as(cast.lead, hour(6)), { assessmentId: cast.assessment.id, answerId: id, version, reason: "Op verzoek" });
    await expect(add()).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for the lead and the researchers", async () => {
    const by = (person: Cast["reviewer"]) => addCoding(as(person, hour(6)), coding());
    await expect(by(cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(by(cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    expect(await raised()).toEqual([]);
  });

  it("is refused for a code that is not in the codebook, for no passage, for another text and the second time", async () => {
    const wrong = async (more: Partial<AddCoding>) => {
      const refusal: unknown = await add(more).catch((error: unknown) => error);
      return (refusal as { details: { problem: string } }).details.problem;
    };
    expect(await wrong({ code: "nothing" })).toBe("unknown");
    expect(await wrong({ passage: passage(16, 17) })).toBe("choose-passage");
    expect(await wrong({ passage: passage(0, 900) })).toBe("choose-passage");
    expect(await wrong({ passage: { ...passage(), text: "An older text." } })).toBe("text-changed");
    await add();
    expect(await wrong({})).toBe("coded-already");
  });

  it("is told once, by place and code and without a word of what was said", async () => {
    await add({ note: "Let op" });
    expect(await raised()).toEqual(["coding.add"]);
    const event = await db.event.findFirstOrThrow({ where: { chain: cast.assessment.id, action: "coding.add" }, orderBy: { seq: "desc" } });
    const details = await db.eventDetail.findMany({ where: { chain: event.chain, seq: event.seq } });
    expect(JSON.stringify([event, details])).not.toContain("geld is op");
    expect(await read()).toMatchObject([{ code: "money", note: "Let op", passage: "Het geld is op.", place: { start: 17, end: 32 } }]);
  });
});

describe("changing a mark", () => {
  const change = (id: string, version: number, more: object) =>
    changeCoding(as(cast.lead, hour(7)), { assessmentId: cast.assessment.id, id, version, ...more });

  it("is not found elsewhere, forbidden to readers, refused once it was taken off, and no one writes over another", async () => {
    const { id } = await add();
    await expect(changeCoding(as(cast.outsider), { assessmentId: cast.otherAssessment.id, id, version: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeCoding(as(cast.reviewer), { assessmentId: cast.assessment.id, id, version: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await change(id, 1, { code: "worry" });
    await expect(change(id, 1, { code: "money", note: "Anders" })).rejects.toMatchObject({ code: "conflict" });
    await archiveCoding(as(cast.lead, hour(8)), { assessmentId: cast.assessment.id, id, version: 2 });
    await expect(change(id, 3, { code: "money" })).rejects.toMatchObject({ code: "wrong-state" });
    expect(await raised()).toEqual(["coding.add", "coding.change", "coding.archive"]);
  });

  it("is refused where the passage has that code by another mark", async () => {
    const { id } = await add();
    const other = await add({ code: "worry" });
    const refused = { code: "invalid", details: { field: "code", problem: "coded-already" } };
    await expect(change(id, 1, { code: "worry" })).rejects.toMatchObject(refused);
    await change(other.id, 1, { passage: passage(0, 16) });
    await change(id, 1, { code: "worry" });
    await expect(change(other.id, 2, { passage: passage() })).rejects.toMatchObject(refused);
  });

  it("tells nothing when nothing changed", async () => {
    const { id } = await add();
    expect(await change(id, 1, { code: "money", note: null })).toEqual({ version: 1 });
    expect(await raised()).toEqual(["coding.add"]);
  });

  it("finds the words again after the text has changed, and sets a mark anew whose words are gone", async () => {
    const { id } = await add();
    const second = await record(`Kort gezegd: ${words}`, answer.version);
    expect(await read()).toMatchObject([{ place: { start: 30, end: 45 } }]);
    const third = "De pomp is duur en de kas leeg.";
    await record(third, second.version);
    expect(await read()).toMatchObject([{ passage: "Het geld is op.", place: null }]);
    await change(id, 1, { passage: { start: 19, end: 31, text: third } });
    expect(await read()).toMatchObject([{ passage: "de kas leeg.", place: { start: 19, end: 31 }, version: 2 }]);
  });
});

describe("taking a mark off", () => {
  const archive = (person: Cast["lead"], id: string, version: number, assessmentId = cast.assessment.id) =>
    archiveCoding(as(person, hour(8)), { assessmentId, id, version });

  it("is not found elsewhere, forbidden to readers, refused twice, and no one writes over another", async () => {
    const { id } = await add();
    await expect(archive(cast.outsider, id, 1, cast.otherAssessment.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(archive(cast.reviewer, id, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(archive(cast.lead, id, 7)).rejects.toMatchObject({ code: "conflict" });
    await archive(cast.lead, id, 1);
    await expect(archive(cast.lead, id, 2)).rejects.toMatchObject({ code: "wrong-state" });
    expect(await raised()).toEqual(["coding.add", "coding.archive"]);
    expect(await read()).toEqual([]);
  });
});

describe("the marks of an answer", () => {
  it("are gone once the answer was withdrawn", async () => {
    await add();
    await withdrawAnswer(as(cast.lead, hour(7)), {
      assessmentId: cast.assessment.id,
      answerId: answer.id,
      version: answer.version,
      reason: "Op verzoek",
    });
    expect(await read()).toEqual([]);
  });
});
