import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordAnswer, type RecordAnswer } from "~/features/interviews/record-answer.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import { setAttribution } from "~/features/interviews/set-attribution.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { answerField, type AnswerField } from "~/features/questions/answer-field.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, canary, givenHeldInterview, givenProtocol, hour, lastSeq, plan } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let seq: number;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
beforeEach(async () => {
  held = await givenHeldInterview(cast);
  seq = await lastSeq(cast.assessment.id);
});
const raised = () => actionsSince(cast.assessment.id, seq);
const mark = async () => {
  seq = await lastSeq(cast.assessment.id);
};
const answer = (more: Partial<RecordAnswer> = {}): RecordAnswer => ({
  assessmentId: cast.assessment.id,
  interviewId: held.id,
  question: "gq1",
  part: "",
  version: 0,
  state: "answered",
  reason: null,
  value: null,
  record: "Leidt de vereniging.",
  notes: canary.notes,
  timeMark: null,
  attribution: null,
  givenBy: [],
  ...more,
});
const keep = (more: Partial<RecordAnswer> = {}) => recordAnswer(as(cast.researcher, hour(5)), answer(more));

describe("recording an answer", () => {
  it("is not found elsewhere, nor for a question that this interview does not ask", async () => {
    await expect(keep({ assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(keep({ interviewId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(keep({ question: "gq3" })).rejects.toMatchObject({ code: "not-found" }); // asked of the city alone
    await expect(keep({ question: "gq2" })).rejects.toMatchObject({ code: "not-found" }); // has parts
    await expect(keep({ part: "why" })).rejects.toMatchObject({ code: "not-found" });
    expect(await raised()).toEqual([]);
  });

  it("is refused while the interview was not held, with its state", async () => {
    const planned = await planInterview(as(cast.lead), plan(cast, { intervieweeIds: [held.interviewee.id] }));
    await expect(keep({ interviewId: planned.id })).rejects.toMatchObject({ code: "wrong-state", details: { state: "planned" } });
  });

  it("makes the answer at the first write, with its code and the wording as it was asked", async () => {
    const { id, version, code } = await keep({ question: "gq2", part: "why" });
    expect(await raised()).toEqual(["answer.record"]);
    expect(code).toBe(`${held.code}:2b`);
    const row = await db.interviewAnswer.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      code,
      version,
      record: "Leidt de vereniging.",
      language: "nl",
      protocolNumber: 1,
      byId: cast.researcher.id,
    });
    expect(JSON.parse(row.wording)).toEqual({ en: "What works? (why)", nl: "Wat werkt? (waarom)" });
    expect(await db.interview.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({ changes: 3 });
  });

  it("conflicts with a version that is not the newest, and with a first write that came first", async () => {
    const { version } = await keep();
    await expect(keep()).rejects.toMatchObject({ code: "conflict", details: { version } });
    await keep({ version, record: "Leidt de vereniging sinds 2020." });
    await expect(keep({ version, record: "Iets anders." })).rejects.toMatchObject({ code: "conflict", details: { version: 2 } });
    expect((await db.interviewAnswer.findFirstOrThrow({ where: { interviewId: held.id } })).record).toBe("Leidt de vereniging sinds 2020.");
  });

  it("raises nothing when nothing changed", async () => {
    const { version } = await keep();
    await mark();
    expect(await keep({ version })).toMatchObject({ version });
    expect(await raised()).toEqual([]);
  });

  it("refuses what can't be kept in its state, naming the field", async () => {
    const refused = (more: Partial<RecordAnswer>, field: string) =>
      expect(keep(more)).rejects.toMatchObject({ code: "invalid", details: { problems: [{ field }] } });
    await refused({ state: "not-asked" }, "reason");
    await refused({ state: "answered", record: " " }, "record");
    await refused({ givenBy: [nowhere] }, "givenBy");
    await refused({ attribution: "name" }, "attribution");
    await refused({ value: 3 }, "value");
    const city = await givenHeldInterview(cast, "city");
    await refused({ interviewId: city.id, question: "gq3", value: -1 }, "value");
    await expect(keep({ interviewId: city.id, question: "gq3", value: 12, record: "" })).resolves.toMatchObject({ code: `${city.code}:3` });
  });

  it("keeps every version, the notes apart from the rest", async () => {
    const { id, version } = await keep();
    await keep({ version, notes: "anders" });
    const bodies = await db.version.findMany({ where: { recordId: id }, orderBy: [{ kind: "asc" }, { number: "asc" }] });
    expect(bodies.map(({ kind, number }) => [kind, number])).toEqual([
      ["interview-answer", 1],
      ["interview-answer", 2],
      ["interview-notes", 1],
      ["interview-notes", 2],
    ]);
    expect(
      bodies
        .filter(({ kind }) => kind === "interview-answer")
        .map(({ body }) => body)
        .join(),
    ).not.toContain(canary.notes);
  });

  it("tells the trail what was recorded and not what was noted", async () => {
    await keep();
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    const told = details.map(({ body }) => body).join();
    expect(told).toContain("Leidt de vereniging.");
    expect(told).not.toContain(canary.notes);
    expect(details.find(({ part }) => part === "change")?.about).toBe(held.interviewee.id);
  });

  it("leaves the notes of someone who may not read them as they are", async () => {
    const { id, version } = await keep();
    const withoutNotes = answer({ version, record: "Anders." });
    delete withoutNotes.notes;
    await recordAnswer(as(cast.lead, hour(6)), withoutNotes);
    expect((await db.interviewAnswer.findUniqueOrThrow({ where: { id } })).notes).toBe(canary.notes);
  });

  it("refuses notes from someone who may not read those that are there", async () => {
    const { id, version } = await keep();
    const blind = recordAnswer(as(cast.lead, hour(6)), answer({ version, notes: "" }));
    await expect(blind).rejects.toMatchObject({ code: "forbidden", details: { permission: "interview.read-notes" } });
    // The same notes would otherwise be told by "nothing changed".
    await expect(recordAnswer(as(cast.lead, hour(6)), answer({ version }))).rejects.toMatchObject({ code: "forbidden" });
    expect((await db.interviewAnswer.findUniqueOrThrow({ where: { id } })).notes).toBe(canary.notes);
  });

  it("brings the record into the search index and never the notes", async () => {
    const { id } = await keep();
    const found = await db.searchText.findMany({ where: { kind: "interview-answer", recordId: id } });
    expect(found).toMatchObject([{ language: "nl", assessmentId: cast.assessment.id }]);
    expect(found[0]?.words).toContain("leidt");
    expect(found[0]?.words).not.toContain("kooi");
  });

  it("lets the record be closed once everything is settled, and writes no more after that", async () => {
    await keep();
    await keep({ question: "gq2", part: "which", state: "not-asked", reason: "time", record: "" });
    await keep({ question: "gq2", part: "why", state: "no-answer", reason: "other:Viel stil", record: "" });
    await moveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id: held.id, version: held.version, move: "finish-record" });
    await expect(keep({ version: 1, record: "Later." })).rejects.toMatchObject({ code: "wrong-state", details: { state: "recorded" } });
  });

  it("may be restricted further than was agreed, not less", async () => {
    const agreed = {
      attribution: "organisation",
      mayQuote: false,
      wantsRecord: null,
      consentOn: null,
      consentHow: null,
      persons: 1,
      notesFor: "team",
    } as const;
    await setAttribution(as(cast.lead), { assessmentId: cast.assessment.id, participantId: held.participantId, version: 1, ...agreed });
    await expect(keep({ attribution: "organisation-and-role" })).rejects.toMatchObject({ code: "invalid" });
    await expect(keep({ attribution: "anonymous" })).resolves.toMatchObject({ version: 1 });
  });
});

describe("who may write an answer", () => {
  it("is the lead and those who hold the interview", async () => {
    const { id, version } = await keep();
    await mark();
    for (const person of [cast.secondResearcher, cast.reviewer, cast.commissioner]) {
      const code = person === cast.commissioner ? "not-found" : "forbidden";
      await expect(recordAnswer(as(person), answer({ version, record: "Anders." }))).rejects.toMatchObject({ code });
      await expect(
        saveAnswerTranslation(as(person), { assessmentId: cast.assessment.id, answerId: id, language: "en", version: 0, record: "x" }),
      ).rejects.toMatchObject({ code });
      await expect(
        withdrawAnswer(as(person), { assessmentId: cast.assessment.id, answerId: id, version, reason: "x" }),
      ).rejects.toMatchObject({ code });
    }
    for (const person of [cast.reviewer, cast.commissioner]) {
      await expect(
        answerField(as(person), {
          assessmentId: cast.assessment.id,
          question: "1",
          field: "since",
          version: 0,
          state: "answered",
          reason: null,
          value: 2020,
          explanation: null,
          language: "nl",
        }),
      ).rejects.toMatchObject({ code: person === cast.reviewer ? "forbidden" : "not-found" });
    }
    expect(await raised()).toEqual([]);
  });
});

describe("translating an answer", () => {
  const translate = (answerId: string, more = {}) =>
    saveAnswerTranslation(as(cast.researcher, hour(6)), {
      assessmentId: cast.assessment.id,
      answerId,
      language: "en",
      version: 0,
      record: "Leads the club.",
      ...more,
    });
  it("is not found elsewhere, and not for a language that is the original or unknown", async () => {
    const { id } = await keep();
    await expect(translate(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(translate(id, { assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(translate(id, { language: "nl" })).rejects.toMatchObject({ code: "invalid" });
    await expect(translate(id, { language: "fr" })).rejects.toMatchObject({ code: "invalid" });
  });
  it("has a version of its own, conflicts at a stale one, and raises one event", async () => {
    const { id } = await keep();
    await mark();
    await translate(id);
    expect(await raised()).toEqual(["answer.translate"]);
    await expect(translate(id)).rejects.toMatchObject({ code: "conflict" });
    expect((await db.interviewAnswer.findUniqueOrThrow({ where: { id } })).version).toBe(1);
    expect(await db.searchText.count({ where: { recordId: id, language: "en" } })).toBe(1);
  });
  it("is refused of a withdrawn answer", async () => {
    const { id, version } = await keep();
    await withdrawAnswer(as(cast.researcher), { assessmentId: cast.assessment.id, answerId: id, version, reason: "Wil niet" });
    await expect(translate(id)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("withdrawing an answer", () => {
  const withdraw = (answerId: string, version: number, more = {}) =>
    withdrawAnswer(as(cast.researcher, hour(7)), {
      assessmentId: cast.assessment.id,
      answerId,
      version,
      reason: "Wil dit niet terugzien",
      ...more,
    });
  it("is not found elsewhere, asks a reason and conflicts at a stale version", async () => {
    const { id, version } = await keep();
    await expect(withdraw(nowhere, 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(withdraw(id, version, { assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(withdraw(id, version, { reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await expect(withdraw(id, version + 1)).rejects.toMatchObject({ code: "conflict" });
  });
  it("counts at once, for good, with one event, and leaves the index", async () => {
    const { id, version } = await keep();
    await mark();
    await withdraw(id, version);
    expect(await raised()).toEqual(["answer.withdraw"]);
    expect(await db.searchText.count({ where: { recordId: id } })).toBe(0);
    await expect(withdraw(id, version + 1)).rejects.toMatchObject({ code: "wrong-state", details: { state: "withdrawn" } });
    await expect(keep({ version: version + 1, record: "Toch." })).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("answering a field of a research question", () => {
  const field = (more: Partial<AnswerField> = {}): AnswerField => ({
    assessmentId: cast.assessment.id,
    question: "1",
    field: "since",
    version: 0,
    state: "answered",
    reason: null,
    value: 2020,
    explanation: null,
    language: "nl",
    ...more,
  });
  it("is not found elsewhere, or where the question has no such field", async () => {
    await expect(answerField(as(cast.researcher), field({ field: "nothing" }))).rejects.toMatchObject({ code: "not-found" });
    await expect(answerField(as(cast.researcher), field({ question: "9" }))).rejects.toMatchObject({ code: "not-found" });
    await expect(answerField(as(cast.researcher), field({ assessmentId: nowhere }))).rejects.toMatchObject({ code: "not-found" });
  });
  it("refuses a value of another kind, and no reason where it does not apply", async () => {
    await expect(answerField(as(cast.researcher), field({ value: 1 }))).rejects.toMatchObject({
      code: "invalid",
      details: { problems: [{ field: "value" }] },
    });
    await expect(answerField(as(cast.researcher), field({ state: "not-applicable", value: null }))).rejects.toMatchObject({
      code: "invalid",
      details: { problems: [{ field: "reason" }] },
    });
  });
  it("keeps it with wording and version, raises one event, and conflicts at a stale version", async () => {
    const { id, version } = await answerField(as(cast.researcher), field());
    expect(await raised()).toEqual(["question.answer-field"]);
    const row = await db.fieldAnswer.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ value: "2020", version: 1, protocolNumber: 1 });
    expect(JSON.parse(row.wording)).toEqual({ en: "Since when?", nl: "Sinds wanneer?" });
    await expect(answerField(as(cast.researcher), field({ value: 1990 }))).rejects.toMatchObject({
      code: "conflict",
      details: { version },
    });
  });
  it("is refused once the study is closed", async () => {
    await rawWriter().assessment.update({ where: { id: cast.assessment.id }, data: { closedAt: hour(9) } });
    await expect(answerField(as(cast.researcher), field({ field: "why", value: { nl: "Zo." } }))).rejects.toMatchObject({
      code: "wrong-state",
    });
    await rawWriter().assessment.update({ where: { id: cast.assessment.id }, data: { closedAt: null } });
  });
});
