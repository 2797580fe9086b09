import { beforeAll, describe, expect, it } from "vitest";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { db } from "~/platform/db.server";
import { loader as interviewee } from "~/routes/assessments.$slug.interviewees.$code";
import { loader as interviewees } from "~/routes/assessments.$slug.interviewees._index";
import { action, loader as interview } from "~/routes/assessments.$slug.interviews.$code._index";
import { loader as agreement } from "~/routes/assessments.$slug.interviews.$code.participants";
import { loader as interviews } from "~/routes/assessments.$slug.interviews._index";
import { loader as plan } from "~/routes/assessments.$slug.interviews.new";
import { action as fieldAction } from "~/routes/assessments.$slug.questions.$code.answer";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { canary, givenHeldInterview, givenInterviewee, givenProtocol, hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  held = await givenHeldInterview(cast);
  await givenInterviewee(cast, "city");
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
    notes: canary.notes,
    timeMark: null,
    attribution: null,
    givenBy: [],
  });
});

const slug = () => ({ slug: cast.assessment.slug });
const one = () => ({ ...slug(), code: held.code });
const pages: readonly (readonly [string, Parameters<typeof ask>[0], () => Record<string, string>])[] = [
  ["list", interviews, slug],
  ["interview", interview, one],
  ["agreement", agreement, one],
  ["interviewees", interviewees, slug],
  ["interviewee", interviewee, () => ({ ...slug(), code: held.interviewee.code })],
  ["plan", plan, slug],
];
const canaries = (text: string) =>
  Object.entries(canary)
    .filter(([, word]) => text.includes(word))
    .map(([fact]) => fact);
const seen = async (person: Person, [, loader, params]: (typeof pages)[number]) =>
  canaries(JSON.stringify((await ask(loader, await signedIn(person.id, "/"), params())).data ?? null));

describe("what a page hands to the browser", () => {
  it.each(pages)(
    "holds nothing protected on the page %s, for a researcher who does not hold the interview, a reviewer and the commissioner",
    async (...page) => {
      for (const person of [cast.secondResearcher, cast.reviewer, cast.commissioner, cast.outsider])
        expect([person.name, await seen(person, page)]).toEqual([person.name, []]);
    },
  );

  it("holds what the lead and the interviewer need, so that the search above can find it", async () => {
    const [list, page, own] = ["list", "interview", "interviewee"].map((name) => pages.find(([each]) => each === name));
    if (!list || !page || !own) throw new Error("no such page");
    expect(await seen(cast.researcher, page)).toEqual(["name", "organisation", "role", "notes"]);
    expect(await seen(cast.lead, page)).toEqual(["name", "organisation", "role"]); // the notes are for those who hold it
    expect(await seen(cast.lead, list)).toEqual(["name", "organisation", "role"]);
    expect(await seen(cast.lead, own)).toEqual(["name", "contact", "organisation", "role"]);
  });
});

const post = async (person: Person, form: Record<string, string>, headers = {}) =>
  ask(
    action,
    await signedIn(person.id, "/", {
      form: { intent: "record", question: "gq2", part: "which", version: "0", record: "", ...form },
      headers,
    }),
    one(),
  );
const rowOf = (part: string) => db.interviewAnswer.findFirst({ where: { interviewId: held.id, question: "gq2", part } });

describe("the form of an answer", () => {
  it("is kept without script and leads back to its question", async () => {
    const { status, location } = await post(cast.researcher, { state: "answered", record: "Samenwerken" });
    expect([status, location]).toEqual([302, `/assessments/${cast.assessment.slug}/interviews/${held.code}#q2a`]);
    expect(await rowOf("which")).toMatchObject({ record: "Samenwerken", state: "answered", version: 1 });
  });

  it("answers a save by itself with time and version", async () => {
    const { status, data } = await post(cast.researcher, { version: "1", record: "Samenwerken met buren" }, { "x-autosave": "1" });
    expect(status).toBe(200);
    expect(data).toMatchObject({ saved: { version: 2, at: expect.any(Date) as Date } });
  });

  it("keeps a draft without words as open, and tells by hand what is missing", async () => {
    expect((await post(cast.researcher, { part: "why", state: "answered", notes: "nog uitwerken" }, { "x-autosave": "1" })).status).toBe(
      200,
    );
    expect(await rowOf("why")).toMatchObject({ state: "open", notes: "nog uitwerken" });
    const { status, data } = await post(cast.researcher, { part: "why", version: "1", state: "answered" });
    expect(status).toBe(422);
    expect(data).toMatchObject({ item: { item: "2b", messages: [{ entry: "record", key: "writeTheAnswer" }] } });
  });

  it("comes back with everything that was typed when a reason is missing", async () => {
    const { status, data } = await post(cast.researcher, { part: "why", version: "1", state: "not-asked", record: "half" });
    expect(status).toBe(422);
    expect(data).toMatchObject({
      item: { entries: { record: ["half"], state: ["not-asked"] }, messages: [{ entry: "notAsked", key: "chooseWhyNotAsked" }] },
    });
  });

  it("shows theirs beside mine when somebody else came first, without the notes to someone who may not read them", async () => {
    const { status, data } = await post(cast.lead, { version: "1", record: "Iets anders" });
    expect(status).toBe(409);
    expect(data).toMatchObject({
      conflict: {
        item: "2a",
        entries: { record: ["Iets anders"] },
        theirs: { version: 2, record: "Samenwerken met buren", notes: null, by: cast.researcher.name },
      },
    });
    expect(await rowOf("which")).toMatchObject({ record: "Samenwerken met buren", version: 2 });
  });

  it("refuses a field that it does not have, and a question that is not asked", async () => {
    expect((await post(cast.researcher, { version: "2", record: "x", byId: cast.lead.id })).status).toBe(422);
    expect((await post(cast.researcher, { question: "gq9", record: "x" })).status).toBe(404);
  });

  it("names the open questions when the record can't be closed", async () => {
    const { version } = await db.interview.findUniqueOrThrow({ where: { id: held.id } });
    const { status, data } = await ask(
      action,
      await signedIn(cast.researcher.id, "/", { form: { intent: "move", move: "finish-record", version: String(version) } }),
      one(),
    );
    expect(status).toBe(422);
    expect(data).toMatchObject({ open: ["gq2:why"] });
  });
});

describe("a form that is sent twice", () => {
  it("leads back to its question both times, and is kept once", async () => {
    const { id: answerId } = (await rowOf("why")) ?? { id: "" };
    const versions = () => db.version.count({ where: { kind: "interview-answer", recordId: answerId } });
    const before = await versions();
    const form = { part: "why", version: "1", state: "answered", record: "Omdat het werkt.", key: "a-form-of-this-page:2b" };
    const [first, again] = [await post(cast.researcher, form), await post(cast.researcher, form)];
    expect([first.status, again.status]).toEqual([302, 302]);
    expect(again.location).toBe(first.location);
    expect((await versions()) - before).toBe(1);
    expect(await rowOf("why")).toMatchObject({ record: "Omdat het werkt.", version: 2 });
  });
});

describe("the form of a research question", () => {
  const fill = async (form: Record<string, string>) =>
    ask(fieldAction, await signedIn(cast.researcher.id, "/", { form: { field: "since", version: "0", ...form } }), {
      ...slug(),
      code: "1",
    });
  it("reads a number, tells what is wrong with it, and keeps it", async () => {
    expect((await fill({ "v-since": "ooit" })).data).toMatchObject({
      problem: { field: "since", messages: [{ entry: "v-since", key: "fields.notANumber" }] },
    });
    expect((await fill({ "v-since": "1850" })).status).toBe(422);
    expect((await fill({ "v-since": "2019" })).status).toBe(302);
    expect(await db.fieldAnswer.findFirstOrThrow({ where: { question: "1", field: "since" } })).toMatchObject({
      value: "2019",
      state: "answered",
    });
  });
  it("keeps mine in the form beside theirs when it was overtaken", async () => {
    const { status, data } = await fill({ "v-since": "2001" });
    expect(status).toBe(409);
    expect(data).toMatchObject({
      field: "since",
      overtaken: { mine: { "v-since": ["2001"] }, theirs: { "v-since": ["2019"] }, version: 1 },
    });
  });
  it("asks why it does not apply", async () => {
    expect((await fill({ version: "1", notApplicable: "yes" })).data).toMatchObject({
      problem: { messages: [{ entry: "reason", key: "chooseAReason" }] },
    });
    expect((await fill({ version: "1", notApplicable: "yes", reason: "Bestaat niet" })).status).toBe(302);
  });
});
