import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SetAttribution } from "~/features/interviews/set-attribution.server";
import { addParticipant } from "~/features/interviews/add-participant.server";
import { archiveInterview } from "~/features/interviews/archive-interview.server";
import { assignInterviewers } from "~/features/interviews/assign-interviewers.server";
import { changeInterview } from "~/features/interviews/change-interview.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { setAttribution } from "~/features/interviews/set-attribution.server";
import { interviewMoves, interviewStates } from "~/domain/moves/interview";
import { moveFrom } from "~/domain/moves/table";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { agreeOn, record } from "../support/consent-scene";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenInterviewee, givenProtocol, hour, lastSeq, plan } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let seq: number;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
beforeEach(async () => {
  seq = await lastSeq(cast.assessment.id);
});
const raised = () => actionsSince(cast.assessment.id, seq);
const mark = async () => {
  seq = await lastSeq(cast.assessment.id);
};

describe("planning an interview", () => {
  it("refuses people who may not hold one, and those of another assessment", async () => {
    for (const id of [cast.commissioner.id, cast.reviewer.id, cast.outsider.id]) {
      await expect(planInterview(as(cast.lead), plan(cast, { interviewerIds: [id] }))).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(planInterview(as(cast.lead), plan(cast, { intervieweeIds: [nowhere] }))).rejects.toMatchObject({ code: "invalid" });
    await expect(planInterview(as(cast.lead), plan(cast, { perspective: "moon" }))).rejects.toMatchObject({ code: "invalid" });
    expect(await raised()).toEqual([]);
  });

  it("starts with nothing agreed: anonymous, no quoting, notes for those who hold it", async () => {
    const interviewee = await givenInterviewee(cast);
    await mark();
    const { id, code } = await planInterview(as(cast.lead), plan(cast, { intervieweeIds: [interviewee.id] }));
    expect(await raised()).toEqual(["interview.create"]);
    const row = await db.interview.findUniqueOrThrow({ where: { id }, include: { participants: true, interviewers: true } });
    expect(row).toMatchObject({ code, state: "planned", notesFor: "interviewers", changes: 1, version: 1 });
    expect(row.participants).toMatchObject([{ attribution: "anonymous", mayQuote: false, number: 1 }]);
    expect(row.interviewers.map(({ userId }) => userId)).toEqual([cast.researcher.id]);
    expect(await db.version.count({ where: { kind: "interview", recordId: id } })).toBe(1);
  });

  it("starts on the long list until it is agreed, and refuses half an agreement or one still to come", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast, { agreedWith: null, agreedOn: null, levels: ["national", "global"] }));
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "candidate", levels: '["global","national"]' });
    const half = async (given: object, field: string) =>
      expect(planInterview(as(cast.lead), plan(cast, given))).rejects.toMatchObject({ code: "invalid", details: { field } });
    await half({ agreedOn: null }, "agreedOn");
    await half({ agreedWith: null }, "agreedWith");
    await half({ agreedOn: "2031-01-01" }, "agreedOn");
  });

  it("never gives a code twice", async () => {
    const first = await planInterview(as(cast.lead), plan(cast));
    await archiveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id: first.id, version: 1 });
    const second = await planInterview(as(cast.lead), plan(cast));
    expect(Number(second.code.slice(1))).toBe(Number(first.code.slice(1)) + 1);
  });
});

describe("moving an interview", () => {
  it("is not found elsewhere", async () => {
    const { id, version } = await givenHeldInterview(cast);
    const move = { id, version, move: "cancel", reason: "x" } as const;
    await expect(moveInterview(as(cast.outsider), { ...move, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(moveInterview(as(cast.lead), { ...move, id: nowhere, assessmentId: cast.assessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("does each move of the table from each state, and refuses every other with the state", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    let version = 1;
    for (const state of interviewStates) {
      for (const { name } of interviewMoves) {
        await rawWriter().interview.update({ where: { id }, data: { state } });
        await rawWriter().interviewAnswer.deleteMany({ where: { interviewId: id } });
        const move = moveFrom(interviewMoves, state, name);
        const run = moveInterview(as(cast.lead), {
          assessmentId: cast.assessment.id,
          id,
          version,
          move: name,
          reason: "A reason",
          agreedWith: "The ministry",
          agreedOn: "2026-08-20",
        });
        if (!move) await expect(run).rejects.toMatchObject({ code: "wrong-state", details: { state } });
        else if (name === "finish-record") await expect(run).rejects.toMatchObject({ code: "invalid" });
        else {
          version = (await run).version;
          expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: move.to, version });
        }
      }
    }
  });

  it("asks a reason where the table does: one of the list, or words where the list has none", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    const decline = { assessmentId: cast.assessment.id, id, version: 1, move: "decline" } as const;
    await expect(moveInterview(as(cast.lead), { ...decline, reason: "  " })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "why" },
    });
    await expect(moveInterview(as(cast.lead), { ...decline, why: "other" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "reason" },
    });
  });

  it("keeps the chosen reason and the own words, and tells the trail the reason alone", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await mark();
    await moveInterview(as(cast.lead), {
      assessmentId: cast.assessment.id,
      id,
      version: 1,
      move: "cancel",
      why: "no-time",
      reason: "Druk",
    });
    expect(await raised()).toEqual(["interview.cancel"]);
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "cancelled", stateReason: "no-time: Druk" });
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, seq: seq + 1, part: "change" } });
    expect(JSON.parse(detail.body)).toMatchObject({ why: "no-time", changed: ["stateReason"] });
    expect(detail.body).not.toContain("Druk");
  });

  it("keeps why it is planned again, and why a record is reopened, and tells the trail that there are such words alone", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    const move = { assessmentId: cast.assessment.id, id };
    await moveInterview(as(cast.lead), { ...move, version: 1, move: "cancel", why: "no-time" });
    const kept = async () => (await db.interview.findUniqueOrThrow({ where: { id } })).stateReason;
    const told = async () => {
      const detail = await db.eventDetail.findFirstOrThrow({
        where: { chain: cast.assessment.id, seq: await lastSeq(cast.assessment.id), part: "change" },
      });
      expect(detail.body).not.toContain("Zwaluw");
      return JSON.parse(detail.body) as unknown;
    };
    await moveInterview(as(cast.lead), { ...move, version: 2, move: "plan-again", reason: "Zwaluw heeft toch tijd" });
    expect(await kept()).toBe("Zwaluw heeft toch tijd");
    expect(await told()).toMatchObject({ state: { before: "cancelled", after: "planned" }, changed: ["stateReason"] });
    await rawWriter().interview.update({ where: { id }, data: { state: "recorded" } });
    await moveInterview(as(cast.lead), { ...move, version: 3, move: "reopen-record", reason: "Zwaluw belde terug" });
    expect(await kept()).toBe("Zwaluw belde terug");
    expect(await told()).toMatchObject({ state: { before: "recorded", after: "held" }, changed: ["stateReason"] });
  });

  it("agrees a candidate with the commissioner: who and when, of which the trail tells the day alone", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast, { agreedWith: null, agreedOn: null }));
    const agree = { assessmentId: cast.assessment.id, id, version: 1, move: "agree" } as const;
    const agreed = { agreedWith: "Zwaluw van het ministerie", agreedOn: "2026-08-20" };
    const lacking = async (given: object, field: string, problem: string) =>
      expect(moveInterview(as(cast.lead), { ...agree, ...given })).rejects.toMatchObject({ code: "invalid", details: { field, problem } });
    await lacking({}, "agreedWith", "required");
    await lacking({ agreedWith: agreed.agreedWith }, "agreedOn", "required");
    await lacking({ agreedOn: agreed.agreedOn }, "agreedWith", "required");
    await lacking({ ...agreed, agreedOn: "2031-01-01" }, "agreedOn", "in-future");
    await mark();
    await moveInterview(as(cast.lead), { ...agree, ...agreed });
    expect(await raised()).toEqual(["interview.agree"]);
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "planned", version: 2, ...agreed });
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, seq: seq + 1, part: "change" } });
    expect(JSON.parse(detail.body)).toMatchObject({ agreedOn: "2026-08-20", changed: ["agreedWith"] });
    expect(detail.body).not.toContain("Zwaluw");
  });

  it("refuses a stale version", async () => {
    const { id, version } = await givenHeldInterview(cast);
    await expect(
      moveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version: version - 1, move: "cancel", reason: "x" }),
    ).rejects.toMatchObject({ code: "conflict", details: { version } });
  });

  it("closes the record only when no question that is asked is open, naming those that are", async () => {
    const { id, version } = await givenHeldInterview(cast, "club");
    const finish = { assessmentId: cast.assessment.id, id, version, move: "finish-record" as const };
    await expect(moveInterview(as(cast.lead), finish)).rejects.toMatchObject({
      code: "invalid",
      details: { open: ["gq1", "gq2:which", "gq2:why"] },
    });
  });

  it("refuses a day still to come as the day on which a consent was given", async () => {
    const { participantId } = await givenHeldInterview(cast);
    await expect(agreeOn(cast, participantId, { consentOn: "2026-09-04" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "consentOn", problem: "in-future" },
    });
    await agreeOn(cast, participantId, { consentOn: "2026-09-02" });
  });

  it("is taken back as held with a reason, only while nothing was written down", async () => {
    const { id, version } = await givenHeldInterview(cast, "club");
    const undo = { assessmentId: cast.assessment.id, id, version, move: "undo-hold" as const };
    await expect(moveInterview(as(cast.lead), undo)).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    const noted = await record(cast, id, "gq1", "", "Leidt de vereniging.");
    const why = { ...undo, reason: "The wrong interview" };
    await expect(moveInterview(as(cast.lead), why)).rejects.toMatchObject({ code: "wrong-state", details: { state: "held" } });
    await rawWriter().interviewAnswer.delete({ where: { id: noted.id } });
    const seq = await lastSeq(cast.assessment.id);
    await moveInterview(as(cast.lead), why);
    const undone = { state: "planned", stateReason: "The wrong interview", heldOn: null, startedAt: null };
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject(undone);
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["interview.undo-hold"]);
  });

  it("refuses a day still to come as the day it was held, also where that day was only planned", async () => {
    const late = { plannedOn: "2026-09-30", heldOn: "2026-09-30" };
    const told = { code: "invalid", details: { field: "heldOn", problem: "in-future" } };
    const { id } = await planInterview(as(cast.lead), { ...plan(cast), plannedOn: late.plannedOn });
    const hold = { assessmentId: cast.assessment.id, id, version: 1, move: "hold" as const };
    const before = as(cast.lead, new Date("2026-09-29T21:30:00Z"));
    await expect(moveInterview(before, { ...hold, heldOn: late.heldOn })).rejects.toMatchObject(told);
    await expect(moveInterview(before, hold)).rejects.toMatchObject(told);
    await expect(changeInterview(before, { ...plan(cast), ...late, id, version: 1 })).rejects.toMatchObject(told);
    await moveInterview(as(cast.lead, new Date("2026-09-29T22:30:00Z")), { ...hold, heldOn: late.heldOn });
  });

  it("says when it was held, with exactly one event", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await mark();
    await moveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1, move: "hold", heldOn: "2026-08-31" });
    expect(await raised()).toEqual(["interview.hold"]);
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "held",
      heldOn: "2026-08-31",
      version: 2,
      changes: 2,
    });
  });
});

describe("changing an interview", () => {
  const input = (id: string, version: number) => ({
    ...plan(cast),
    id,
    version,
    heldOn: null,
    title: { nl: `Gesprek bij Goudvink` },
    mode: "video",
  });
  it("is not found elsewhere, refuses an archived one and a stale version", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await expect(changeInterview(as(cast.lead), { ...input(id, 1), assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeInterview(as(cast.lead), input(id, 7))).rejects.toMatchObject({ code: "conflict" });
    await archiveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1 });
    await expect(changeInterview(as(cast.lead), input(id, 2))).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("tells the trail that the title changed and not what it says", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await mark();
    await changeInterview(as(cast.lead), input(id, 1));
    expect(await raised()).toEqual(["interview.change"]);
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, seq: seq + 1, part: "change" } });
    expect(JSON.parse(detail.body)).toMatchObject({ changed: ["title"], mode: { before: null, after: "video" } });
    expect(detail.body).not.toContain("Goudvink");
  });
  it("raises nothing when nothing changed", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await mark();
    await changeInterview(as(cast.lead), { ...plan(cast), id, version: 1, heldOn: null });
    expect(await raised()).toEqual([]);
  });
});

describe("assigning those who hold it", () => {
  it("refuses strangers, an interview elsewhere and a stale version", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    const ids = { assessmentId: cast.assessment.id, id, version: 1 };
    await expect(assignInterviewers(as(cast.lead), { ...ids, interviewerIds: [cast.outsider.id] })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(assignInterviewers(as(cast.lead), { ...ids, id: nowhere, interviewerIds: [] })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(assignInterviewers(as(cast.lead), { ...ids, version: 4, interviewerIds: [] })).rejects.toMatchObject({ code: "conflict" });
  });
  it("replaces them all with one event", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await mark();
    await assignInterviewers(as(cast.lead), {
      assessmentId: cast.assessment.id,
      id,
      version: 1,
      interviewerIds: [cast.secondResearcher.id],
    });
    expect(await raised()).toEqual(["interview.assign"]);
    expect((await db.interviewer.findMany({ where: { interviewId: id } })).map(({ userId }) => userId)).toEqual([cast.secondResearcher.id]);
  });
});

describe("participants and what was agreed", () => {
  const agreed = (participantId: string, version: number): SetAttribution => ({
    assessmentId: cast.assessment.id,
    participantId,
    version,
    attribution: "organisation",
    mayQuote: true,
    wantsRecord: false,
    consentOn: "2026-09-01",
    consentHow: "Signed form",
    persons: 2,
    notesFor: "team",
  });
  it("adds a person once", async () => {
    const { id, interviewee } = await givenHeldInterview(cast);
    const other = await givenInterviewee(cast, "city");
    await mark();
    await addParticipant(as(cast.lead), { assessmentId: cast.assessment.id, interviewId: id, intervieweeId: other.id, persons: null });
    expect(await raised()).toEqual(["participant.add"]);
    await expect(
      addParticipant(as(cast.lead), { assessmentId: cast.assessment.id, interviewId: id, intervieweeId: interviewee.id, persons: 1 }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      addParticipant(as(cast.lead), { assessmentId: cast.assessment.id, interviewId: nowhere, intervieweeId: other.id, persons: 1 }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
  it("is not found elsewhere and refuses a stale version", async () => {
    const { participantId } = await givenHeldInterview(cast);
    await expect(
      setAttribution(as(cast.lead), { ...agreed(participantId, 1), assessmentId: cast.otherAssessment.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(setAttribution(as(cast.lead), agreed(participantId, 3))).rejects.toMatchObject({ code: "conflict" });
  });
  it("keeps the agreement, who may read the notes, and one event about the person", async () => {
    const { id, participantId, interviewee } = await givenHeldInterview(cast);
    await mark();
    await setAttribution(as(cast.lead), agreed(participantId, 1));
    expect(await raised()).toEqual(["participant.set-attribution"]);
    expect(await db.participant.findUniqueOrThrow({ where: { id: participantId } })).toMatchObject({
      attribution: "organisation",
      mayQuote: true,
      persons: 2,
      version: 2,
    });
    expect(await db.interview.findUniqueOrThrow({ where: { id } })).toMatchObject({ notesFor: "team" });
    const details = await db.eventDetail.findMany({
      where: { chain: cast.assessment.id, seq: seq + 1, part: { in: ["change", "label"] } },
    });
    expect(details.map(({ about }) => about)).toEqual([interviewee.id, interviewee.id]);
  });
});

describe("archiving an interview", () => {
  it("is refused while a statement stands on one of its answers", async () => {
    const { id, version } = await givenHeldInterview(cast);
    const answer = {
      id: newId(hour(4)),
      assessmentId: cast.assessment.id,
      interviewId: id,
      code: "I0:1",
      question: "gq1",
      part: "",
      state: "answered",
      notes: "",
      record: "x",
      language: "nl",
      wording: "{}",
      protocolNumber: 1,
      givenBy: "[]",
      byId: cast.lead.id,
      at: hour(4),
      version: 1,
    };
    await rawWriter().interviewAnswer.create({ data: answer });
    await rawWriter().ground.create({
      data: {
        id: newId(hour(4)),
        assessmentId: cast.assessment.id,
        holderKind: "alignment",
        holderId: "h",
        evidenceKind: "interview-answer",
        evidenceId: answer.id,
      },
    });
    await expect(archiveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "cited" },
    });
  });
  it("is not found elsewhere, refuses a stale version, and then raises one event", async () => {
    const { id } = await planInterview(as(cast.lead), plan(cast));
    await expect(archiveInterview(as(cast.lead), { assessmentId: cast.otherAssessment.id, id, version: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(archiveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    await mark();
    await archiveInterview(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1 });
    expect(await raised()).toEqual(["interview.archive"]);
  });
});

describe("who may change an interview", () => {
  it("is the lead and those who hold it; others who read it are told who, and to the rest it is not there", async () => {
    const { id, version, participantId } = await givenHeldInterview(cast);
    const { id: other } = await givenInterviewee(cast);
    const ids = { assessmentId: cast.assessment.id, id, version };
    const agreed = {
      attribution: "name",
      mayQuote: true,
      wantsRecord: null,
      consentOn: null,
      consentHow: null,
      persons: null,
      notesFor: "team",
    } as const;
    const acts = (person: typeof cast.lead) => [
      () => moveInterview(as(person), { ...ids, move: "reopen-record", reason: "x" }),
      () => changeInterview(as(person), { ...plan(cast), id, version, heldOn: null }),
      () => assignInterviewers(as(person), { ...ids, interviewerIds: [] }),
      () => archiveInterview(as(person), ids),
      () => addParticipant(as(person), { assessmentId: cast.assessment.id, interviewId: id, intervieweeId: other, persons: null }),
      () => setAttribution(as(person), { assessmentId: cast.assessment.id, participantId, version: 1, ...agreed }),
    ];
    await mark();
    for (const person of [cast.secondResearcher, cast.reviewer])
      for (const act of acts(person)) await expect(act()).rejects.toMatchObject({ code: "forbidden" });
    for (const person of [cast.commissioner, cast.administrator])
      for (const act of acts(person)) await expect(act()).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.reviewer, cast.commissioner])
      await expect(planInterview(as(person), plan(cast))).rejects.toMatchObject({
        code: person === cast.reviewer ? "forbidden" : "not-found",
      });
    expect(await raised()).toEqual([]);
  });
});
