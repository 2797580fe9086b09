import { beforeEach, describe, expect, it } from "vitest";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { settleOpen } from "~/features/interviews/settle-open.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast } from "../cast";
import { record } from "../support/consent-scene";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, hour, lastSeq } from "../support/interview-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const settle = (interviewId: string, more: { reason?: string; who?: "reviewer" } = {}) =>
  settleOpen(as(cast[more.who ?? "researcher"], hour(8)), {
    assessmentId: cast.assessment.id,
    interviewId,
    reason: more.reason ?? "time",
  });

const statesOf = async (interviewId: string) =>
  (await db.interviewAnswer.findMany({ where: { interviewId }, orderBy: { code: "asc" } })).map(({ code, state, reason }) => [
    code.split(":")[1],
    state,
    reason,
  ]);

describe("one reason for all that is open", () => {
  it("leaves what was said as it is, with one event for each question", async () => {
    const { id } = await givenHeldInterview(cast);
    await record(cast, id, "gq1", "", "Leidt de vereniging.");
    const seq = await lastSeq(cast.assessment.id);
    expect(await settle(id)).toEqual({ settled: 2 });
    expect(await statesOf(id)).toEqual([
      ["1", "answered", null],
      ["2a", "not-asked", "time"],
      ["2b", "not-asked", "time"],
    ]);
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["answer.record", "answer.record"]);
  });

  it("leaves open what was asked: it has notes or a time", async () => {
    const { id } = await givenHeldInterview(cast);
    const open = { state: "open" as const, reason: null, value: null, record: "", attribution: null, givenBy: [] };
    const place = { assessmentId: cast.assessment.id, interviewId: id, version: 0 };
    await recordAnswer(as(cast.researcher, hour(5)), { ...open, ...place, question: "gq1", part: "", notes: "aarzelt", timeMark: null });
    await recordAnswer(as(cast.researcher, hour(5)), { ...open, ...place, question: "gq2", part: "why", timeMark: "0:12" });
    expect(await settle(id)).toEqual({ settled: 1 });
    expect((await statesOf(id)).map(([, state]) => state)).toEqual(["open", "not-asked", "open"]);
    await expect(settle(id)).rejects.toMatchObject({ code: "invalid", details: { field: "notAsked", problem: "nothing-open" } });
  });

  it("refuses a reason that the guide does not have, a record that is closed, and who may not write in it", async () => {
    const { id } = await givenHeldInterview(cast);
    await expect(settle(id, { reason: "whim" })).rejects.toMatchObject({ code: "invalid" });
    await expect(settle(id, { who: "reviewer" })).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { assessmentId: cast.otherAssessment.id, interviewId: id, reason: "time" };
    await expect(settleOpen(as(cast.outsider), elsewhere)).rejects.toMatchObject({ code: "not-found" });
    await rawWriter().interview.update({ where: { id }, data: { state: "recorded" } });
    await expect(settle(id)).rejects.toMatchObject({ code: "wrong-state", details: { state: "recorded" } });
    expect(await statesOf(id)).toEqual([]);
  });
});
