import { beforeAll, describe, expect, it } from "vitest";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { db } from "~/platform/db.server";
import { action as interviewAction } from "~/routes/assessments.$slug.interviews.$code._index";
import { loader as list } from "~/routes/assessments.$slug.interviews._index";
import { action as planAction } from "~/routes/assessments.$slug.interviews.new";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenHeldInterview, givenInterviewee, givenProtocol, hour, plan } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let candidate: { id: string; code: string };
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  held = await givenHeldInterview(cast);
  await recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId: cast.assessment.id,
    interviewId: held.id,
    question: "gq1",
    part: "",
    version: 0,
    state: "answered",
    reason: null,
    value: null,
    record: "Leidt de vereniging.",
    timeMark: null,
    attribution: null,
    givenBy: [],
  });
  const agreement = { agreedWith: null, agreedOn: null, perspective: null, levels: [] };
  candidate = await planInterview(as(cast.lead, hour(6)), plan(cast, agreement));
});

const slug = () => ({ slug: cast.assessment.slug });
const listed = async (person: Person, query = "") => {
  const { data } = await ask(list, await signedIn(person.id, `/${query}`), slug());
  return data as Awaited<ReturnType<typeof list>>;
};
const codes = async (query: string) =>
  (await listed(cast.lead, query)).stages.flatMap(({ interviews }) => interviews.map(({ code }) => code));

describe("the list of interviews", () => {
  it("stands by stage, with the next act for those who may do it", async () => {
    const { stages } = await listed(cast.lead);
    expect(stages.map(({ key, interviews }) => [key, interviews.map(({ code, next }) => [code, next])])).toEqual([
      ["candidate", [[candidate.code, "agree"]]],
      ["toHold", []],
      ["held", [[held.code, "finish-record"]]],
      ["notHeld", []],
    ]);
    const reviewer = await listed(cast.reviewer);
    expect(reviewer.stages.flatMap(({ interviews }) => interviews.map(({ next }) => next))).toEqual([null, null]);
  });

  it("is narrowed by state, perspective, level and the research question that is reached", async () => {
    expect(await codes("?state=candidate")).toEqual([candidate.code]);
    expect(await codes("?perspective=practice")).toEqual([held.code]);
    expect(await codes("?perspective=none")).toEqual([candidate.code]);
    expect(await codes("?level=national")).toEqual([held.code]);
    expect(await codes("?level=none")).toEqual([candidate.code]);
    expect(await codes("?question=1")).toEqual([held.code]);
    expect(await codes("?question=9")).toEqual([]);
  });

  it("shows the balance of all interviews, whatever the list is narrowed to", async () => {
    const { balance, questions } = await listed(cast.reviewer, "?state=candidate");
    expect(balance.byQuestion).toEqual([
      {
        head: "1",
        cells: [
          { column: "practice", counts: { candidates: 0, planned: 0, held: 1 } },
          { column: null, counts: { candidates: 0, planned: 0, held: 0 } },
        ],
      },
    ]);
    expect(balance.remarks).toEqual([
      { kind: "no-level", level: "global" },
      { kind: "no-level", level: "regional" },
    ]);
    expect(questions.map(({ id }) => id)).toEqual(["1"]);
  });
});

describe("the form of a new interview", () => {
  const send = async (form: Record<string, string | string[]>) => {
    const interviewee = await givenInterviewee(cast);
    const filled = { language: "nl", intervieweeIds: [interviewee.id], interviewerIds: [cast.researcher.id], levels: [], ...form };
    return ask(planAction, await signedIn(cast.lead.id, "/", { form: filled }), slug());
  };
  it("puts somebody on the long list, or plans her when it is agreed", async () => {
    const newest = async () => db.interview.findFirstOrThrow({ where: { assessmentId: cast.assessment.id }, orderBy: { number: "desc" } });
    expect((await send({ levels: ["national", "global"], "selectionReason@nl": "Kent het veld" })).status).toBe(302);
    expect(await newest()).toMatchObject({ state: "candidate", levels: '["global","national"]', agreedOn: null });
    expect((await send({ agreedWith: "Het ministerie", agreedOn: "01-09-2026" })).status).toBe(302);
    expect(await newest()).toMatchObject({ state: "planned", agreedWith: "Het ministerie", agreedOn: "2026-09-01" });
  });
  it("comes back with all that was typed when half an agreement is missing", async () => {
    const { status, data } = await send({ agreedWith: "Het ministerie", levels: ["national"], perspective: "practice" });
    expect(status).toBe(422);
    expect(data).toMatchObject({
      fields: { agreedOn: ["required"] },
      values: { agreedWith: ["Het ministerie"], levels: ["national"], perspective: ["practice"] },
    });
  });
});

describe("the form of a step", () => {
  const move = async (form: Record<string, string>) => {
    const { version } = await db.interview.findUniqueOrThrow({ where: { id: candidate.id } });
    const filled = { intent: "move", version: String(version), ...form };
    return ask(interviewAction, await signedIn(cast.lead.id, "/", { form: filled }), { ...slug(), code: candidate.code });
  };
  it("says what is missing at the field, and keeps the rest", async () => {
    const agree = await move({ move: "agree", agreedWith: "Het ministerie" });
    expect(agree.status).toBe(422);
    expect(agree.data).toMatchObject({ form: { fields: { agreedOn: ["required"] }, values: { agreedWith: ["Het ministerie"] } } });
    expect((await move({ move: "cancel" })).data).toMatchObject({ form: { fields: { why: ["choose"] } } });
    expect((await move({ move: "cancel", why: "other" })).data).toMatchObject({ form: { fields: { reason: ["required"] } } });
  });
  it("is done, from the long list to the account of those that were not held", async () => {
    expect((await move({ move: "agree", agreedWith: "Het ministerie", agreedOn: "01-09-2026" })).status).toBe(302);
    expect((await move({ move: "cancel", why: "no-time" })).status).toBe(302);
    const { stages } = await listed(cast.lead, "?state=cancelled");
    expect(stages.find(({ key }) => key === "notHeld")?.interviews).toMatchObject([
      { code: candidate.code, stateReason: "no-time", agreedWith: "Het ministerie", next: "plan-again" },
    ]);
  });
});
