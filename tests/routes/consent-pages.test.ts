import { beforeEach, describe, expect, it } from "vitest";
import { changeInterview } from "~/features/interviews/change-interview.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { db } from "~/platform/db.server";
import { loader as work } from "~/routes/work";
import { loader as edition } from "~/routes/assessments.$slug.editions.$n._index";
import { action as settle, loader as notices } from "~/routes/assessments.$slug.editions.$n.notices";
import { loader as interviewees } from "~/routes/assessments.$slug.interviewees._index";
import { loader as interview } from "~/routes/assessments.$slug.interviews.$code._index";
import { action as agree, loader as agreement } from "~/routes/assessments.$slug.interviews.$code.participants";
import { action as withdraw, loader as withdrawal } from "~/routes/assessments.$slug.interviews.$code.participants_.$person.withdraw";
import { loader as list } from "~/routes/assessments.$slug.interviews._index";
import { loader as search } from "~/routes/assessments.$slug.search";
import { as, type Cast, loadCast, type Person } from "../cast";
import { agreeOn, givenCitedInterview, givenSecond } from "../support/consent-scene";
import { useDatabase } from "../support/database";
import { canary, hour, plan } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

useDatabase("per test");
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenCitedInterview>>;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenCitedInterview(cast);
});

const slug = () => ({ slug: cast.assessment.slug });
const one = () => ({ ...slug(), code: scene.interview.code, person: scene.interview.interviewee.code, n: "1" });
type Handler = Parameters<typeof ask>[0];
const get = async (person: Person, loader: Handler, path = "/") => ask(loader, await signedIn(person.id, path), one());
const send = async (person: Person, action: Handler, form: Record<string, string>) =>
  ask(action, await signedIn(person.id, "/", { form }), one());
const withdrawing = { version: "2", withdrawnOn: "01-09-2026", withdrawnReason: "Op verzoek", sure: "yes" };

describe("the page that takes a consent back", () => {
  it("shows everything that falls away, and counts what was said only", async () => {
    const place = { assessmentId: cast.assessment.id, interviewId: scene.interview.id, question: "gq2", part: "why", version: 0 };
    const said = { state: "not-asked" as const, reason: "time", value: null, record: "", timeMark: null, attribution: null, givenBy: [] };
    await recordAnswer(as(cast.researcher, hour(41)), { ...place, ...said });
    const { data } = await get(cast.researcher, withdrawal);
    expect(data).toMatchObject({
      page: {
        answers: [{ code: scene.cited.code }, { code: scene.other.code }],
        files: 0,
        statements: [scene.statement],
        sections: [],
        editions: [{ number: 1 }],
      },
    });
    expect((await get(cast.reviewer, withdrawal)).status).toBe(403);
  });

  it("does nothing without the tick, and keeps what was typed", async () => {
    const { status, data } = await send(cast.researcher, withdraw, { ...withdrawing, sure: "" });
    expect(status).toBe(422);
    expect(data).toMatchObject({ fields: { sure: ["tick"] }, values: { withdrawnReason: ["Op verzoek"] } });
    expect((await db.participant.findUniqueOrThrow({ where: { id: scene.participantId } })).withdrawnAt).toBeNull();
  });

  it("comes back at the version that stands now when somebody else was first", async () => {
    await agreeOn(cast, scene.participantId, { consentHow: "Mondeling" });
    const { status, data } = await send(cast.researcher, withdraw, withdrawing);
    expect(status).toBe(409);
    expect(data).toMatchObject({ form: ["changed-meanwhile"], values: { version: ["3"], withdrawnReason: ["Op verzoek"] } });
  });

  it("leaves nothing of the person to anyone but the lead and who holds the interview", async () => {
    const pages = [list, interview, agreement, interviewees];
    const seen = async (person: Person) => {
      const all = await Promise.all(pages.map((loader) => get(person, loader)));
      const text = JSON.stringify(all.map(({ data }) => data ?? null));
      return [canary.name, canary.role, canary.organisation].filter((word) => text.includes(word));
    };
    expect(await seen(cast.reviewer)).toEqual([canary.organisation]);
    expect((await send(cast.researcher, withdraw, withdrawing)).status).toBe(302);
    expect(await seen(cast.reviewer)).toEqual([]);
    expect(await seen(cast.secondResearcher)).toEqual([]);
    expect(await seen(cast.lead)).toEqual([canary.name, canary.role, canary.organisation]);
  });

  it("tells why for the lead and who holds the interview alone, and takes no other agreement any more", async () => {
    expect((await get(cast.lead, interview)).data).toMatchObject({ participants: [{ withdrawnAt: null }] });
    await send(cast.researcher, withdraw, withdrawing);
    expect((await get(cast.lead, interview)).data).toMatchObject({ participants: [{ withdrawnAt: expect.any(Date) as Date }] });
    expect(JSON.stringify((await get(cast.lead, agreement)).data)).toContain("Op verzoek");
    expect(JSON.stringify((await get(cast.reviewer, agreement)).data)).not.toContain("Op verzoek");
    expect((await get(cast.researcher, withdrawal)).status).toBe(409);
    const again = { intent: "set-attribution", participantId: scene.participantId, version: "3", attribution: "name", notesFor: "team" };
    expect((await send(cast.researcher, agree, { ...again, notesForBefore: "team", wantsRecord: "" })).status).toBe(409);
  });
});

describe("the words of a consent", () => {
  it("are read by the lead and who holds the interview alone; others see that it was given and when", async () => {
    await agreeOn(cast, scene.participantId, { consentTo: "Voor de Zangvogelgids", consentHow: "Bij de Volière" });
    for (const person of [cast.lead, cast.researcher])
      expect((await get(person, agreement)).data).toMatchObject({
        participants: [{ consentTo: "Voor de Zangvogelgids", consentHow: "Bij de Volière", consentOn: "2026-08-31" }],
      });
    for (const person of [cast.secondResearcher, cast.reviewer])
      expect((await get(person, agreement)).data).toMatchObject({
        participants: [{ consentTo: "", consentHow: null, consentOn: "2026-08-31" }],
      });
  });
});

describe("who may read the notes", () => {
  it("is not widened by the form of another participant that was made before it was narrowed", async () => {
    const second = await givenSecond(cast, scene.interview.id, hour(41));
    const { version } = await db.participant.findUniqueOrThrow({ where: { id: second } });
    await agreeOn(cast, scene.participantId, { notesFor: "interviewers" }, hour(42));
    const notesFor = async () => (await db.interview.findUniqueOrThrow({ where: { id: scene.interview.id } })).notesFor;
    const form = { intent: "set-attribution", participantId: second, attribution: "organisation", wantsRecord: "", persons: "2" };
    const stale = { ...form, version: String(version), notesFor: "team", notesForBefore: "team" };
    const { status, data } = await send(cast.researcher, agree, stale);
    expect(status).toBe(409);
    expect(data).toMatchObject({
      overtaken: { base: { notesFor: ["team"] }, theirs: { notesFor: ["interviewers"] }, mine: { notesForBefore: ["interviewers"] } },
    });
    expect(await notesFor()).toBe("interviewers");
    expect((await send(cast.researcher, agree, { ...stale, notesFor: "interviewers", notesForBefore: "interviewers" })).status).toBe(302);
    expect(await notesFor()).toBe("interviewers");
    expect(await db.participant.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ persons: 2 });
  });
});

describe("the title of an interview", () => {
  const titled = async () => {
    const { version } = await db.interview.findUniqueOrThrow({ where: { id: scene.interview.id } });
    const title = { nl: `Gesprek bij ${canary.organisation}` };
    await changeInterview(as(cast.lead, hour(41)), { ...plan(cast), title, id: scene.interview.id, version, heldOn: "2026-08-31" });
    return title.nl;
  };
  it("is read for the team only while nobody in it is protected", async () => {
    const title = await titled();
    const told = async (person: Person) => {
      const query = `/?q=${encodeURIComponent("Gesprek")}`;
      const all = [await get(person, list), await get(person, interview), await get(person, agreement), await get(person, search, query)];
      return all.map(({ data }) => JSON.stringify(data).includes(title));
    };
    expect(await told(cast.reviewer)).toEqual([true, true, true, true]);
    await agreeOn(cast, scene.participantId, { attribution: "organisation-kind" });
    expect(await told(cast.reviewer)).toEqual([false, false, false, false]);
    expect(await told(cast.secondResearcher)).toEqual([false, false, false, false]);
    expect(await told(cast.researcher)).toEqual([true, true, true, true]);
  });
});

describe("why an interview was chosen and why it does not take place", () => {
  it("is told to the team in words only while nobody in it is protected, and else by the reason of the list", async () => {
    const { id: intervieweeId } = scene.interview.interviewee;
    const { id } = await planInterview(as(cast.lead, hour(41)), plan(cast, { intervieweeIds: [intervieweeId] }));
    const told = { why: "no-time", reason: "Druk bij de Goudvink" } as const;
    await moveInterview(as(cast.lead, hour(42)), { assessmentId: cast.assessment.id, id, version: 1, move: "cancel", ...told });
    const words = async (person: Person) => {
      const { data } = await get(person, list);
      const { stages } = data as Awaited<ReturnType<typeof list>>;
      return stages.flatMap(({ interviews }) => interviews.map((each) => [each.selectionReason?.["nl"] ?? null, each.stateReason]));
    };
    const held = ["Kent de praktijk", null];
    expect(await words(cast.lead)).toEqual([held, ["Kent de praktijk", "no-time: Druk bij de Goudvink"]]);
    expect(await words(cast.reviewer)).toEqual([held, [null, "no-time"]]);
    await agreeOn(cast, scene.participantId, { attribution: "organisation-kind" }, hour(43));
    expect(await words(cast.reviewer)).toEqual([
      [null, null],
      [null, "no-time"],
    ]);
    const { data } = await get(cast.reviewer, agreement);
    expect(data).toMatchObject({ interview: { selectionReason: null, stateReason: null } });
  });
});

describe("the notices of a released edition", () => {
  it("are a task of the lead, stand on the edition's page and the participant's, and go once they are settled", async () => {
    const tasks = async (person: Person) => {
      const { data } = await get(person, work);
      return (data as { tasks: { kind: string; path: string }[] }).tasks.filter(({ kind }) => kind === "settle-notices");
    };
    expect(await tasks(cast.lead)).toEqual([]);
    await agreeOn(cast, scene.participantId, { attribution: "anonymous", mayQuote: true });
    expect(await tasks(cast.lead)).toMatchObject([{ path: "/editions/1/notices" }]);
    expect(await tasks(cast.researcher)).toEqual([]);
    expect((await get(cast.reviewer, edition)).data).toMatchObject({ notices: 1 });
    expect((await get(cast.commissioner, edition)).data).toMatchObject({ notices: 0 });
    expect((await get(cast.researcher, agreement)).data).toMatchObject({ participants: [{ editions: [1] }] });
    const { data } = await get(cast.reviewer, notices);
    expect(data).toMatchObject({
      may: { settle: false },
      notices: [{ kind: "stricter-level", about: { code: scene.interview.interviewee.code } }],
    });
    expect(JSON.stringify(data)).not.toContain(canary.name);
    expect((await get(cast.commissioner, notices)).status).toBe(404);
    const [notice] = (data as { notices: { id: string }[] }).notices;
    const form = { noticeId: notice?.id ?? "", version: "1", note: "" };
    expect((await send(cast.lead, settle, form)).status).toBe(422);
    expect((await send(cast.lead, settle, { ...form, note: "Blijft" })).status).toBe(302);
    expect(await tasks(cast.lead)).toEqual([]);
    expect((await send(cast.lead, settle, { ...form, note: "Te laat" })).status).toBe(409);
    expect((await get(cast.lead, notices)).data).toMatchObject({ notices: [{ settled: { note: "Blijft", by: cast.lead.name } }] });
  });
});
