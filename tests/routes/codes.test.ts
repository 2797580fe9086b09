import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { addCoding } from "~/features/codes/add-coding.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { loader as code } from "~/routes/assessments.$slug.codes.$code";
import { action as mergeCode, loader as merge } from "~/routes/assessments.$slug.codes.$code_.merge";
import { action as splitCode, loader as split } from "~/routes/assessments.$slug.codes.$code_.split";
import { loader as codes } from "~/routes/assessments.$slug.codes._index";
import { action, loader as text } from "~/routes/assessments.$slug.codings._index";
import { loader as file } from "~/routes/assessments.$slug.codings.files.$format";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { canary, givenHeldInterview, givenProtocol, hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
const said = "=1+1 is wat het kost. Verder niets.";
const gone = "grijpvogel die verdween";

const record = (question: string, part: string, words: string) =>
  recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId: cast.assessment.id,
    interviewId: held.id,
    question,
    part,
    version: 0,
    state: "answered",
    reason: null,
    value: null,
    record: words,
    notes: canary.notes,
    timeMark: null,
    attribution: null,
    givenBy: [],
  });
const mark = (id: string, whole: string, end: number) =>
  addCoding(as(cast.lead, hour(6)), {
    assessmentId: cast.assessment.id,
    code: "money",
    of: { kind: "interview-answer", id },
    passage: { start: 0, end, text: whole },
    note: null,
  });

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  held = await givenHeldInterview(cast);
  const kept = await record("gq1", "", said);
  const taken = await record("gq2", "why", gone);
  await mark(kept.id, said, 21);
  await mark(taken.id, gone, gone.length);
  await withdrawAnswer(as(cast.lead, hour(7)), {
    assessmentId: cast.assessment.id,
    answerId: taken.id,
    version: taken.version,
    reason: "Op verzoek",
  });
});

const slug = () => ({ slug: cast.assessment.slug });
const look = async (loader: Parameters<typeof ask>[0], person: Person, query = "", params = {}) =>
  (await ask(loader, await signedIn(person.id, `/x${query}`), { ...slug(), ...params })).data;
const download = async (person: Person) => {
  const context = { nonce: "test", requestId: "test" };
  const response = await file({ request: await signedIn(person.id, "/x"), params: { ...slug(), format: "csv" }, context });
  return Buffer.from(await response.arrayBuffer());
};

describe("the pages of codes", () => {
  it("count what is marked, without what was withdrawn, and lead to its passages", async () => {
    expect(await look(codes, cast.reviewer, "?by=question")).toMatchObject({
      columns: [{ key: "1", people: "" }],
      total: 1,
      rows: [
        { code: "worry", depth: 0, passages: 0, counts: [0] },
        { code: "money", depth: 1, passages: 1, counts: [1] },
      ],
    });
    expect(await look(code, cast.reviewer, "?question=1", { code: "money" })).toMatchObject({
      passages: [{ code: `${held.code}:1`, passage: "=1+1 is wat het kost.", behind: false }],
    });
    expect(await look(code, cast.reviewer, "?question=2", { code: "money" })).toMatchObject({ passages: [], total: 1 });
  });

  it("head a column by the interview and who speaks in it, at the strictest level of anything said there and as far as the viewer may know", async () => {
    const heads = async (person: Person) => ((await look(codes, person, "?by=interview")) as { columns: object[] }).columns;
    const agree = (attribution: string) => rawWriter().participant.update({ where: { id: held.participantId }, data: { attribution } });
    await agree("organisation");
    expect(await heads(cast.reviewer)).toEqual([{ key: held.code, people: canary.organisation }]);
    await rawWriter().interviewAnswer.updateMany({ where: { interviewId: held.id }, data: { attribution: "organisation-kind" } });
    expect(await heads(cast.reviewer)).toEqual([{ key: held.code, people: "Vereniging" }]);
    await agree("anonymous");
    expect(await heads(cast.reviewer)).toEqual([{ key: held.code, people: "anonieme geïnterviewde" }]);
    expect(JSON.stringify(await heads(cast.lead))).toContain(canary.name);
  });

  it("hold nothing protected for who may not see it, nor a word that was withdrawn, on a page or in a file", async () => {
    const told = [
      await look(codes, cast.reviewer),
      await look(codes, cast.reviewer, "?by=interview"),
      await look(code, cast.reviewer, "", { code: "money" }),
      await look(text, cast.reviewer, `?of=${held.code}:1`),
      (await download(cast.reviewer)).toString("utf8"),
    ].map((each) => JSON.stringify(each));
    for (const word of [...Object.values(canary), gone]) expect(told.filter((each) => each.includes(word))).toEqual([]);
  });

  it("name nobody in a file otherwise than in a document, whoever asks for it", async () => {
    for (const person of [cast.researcher, cast.lead]) {
      const told = (await download(person)).toString("utf8");
      for (const word of Object.values(canary)) expect(told).not.toContain(word);
    }
  });

  it("give the passages as CSV in which no cell is a formula", async () => {
    const rows = parse(await download(cast.lead), { bom: true, delimiter: ";" });
    expect(rows.slice(1).map((row) => [row[0], row[2], row[4]])).toEqual([["money", `${held.code}:1`, "'=1+1 is wat het kost."]]);
  });
});

describe("marking without script", () => {
  const post = async (form: Record<string, string | string[]>) =>
    ask(action, await signedIn(cast.researcher.id, `/x?of=${held.code}:1`, { form }), slug());

  it("takes the sentences that were ticked, and keeps what was typed when none was or the text is another now", async () => {
    const { digest } = (await look(text, cast.researcher, `?of=${held.code}:1`)) as { digest: string };
    const form = { intent: "add", code: "worry", note: "", digest, start: "", end: "" };
    const none = await post(form);
    expect([none.status, none.data]).toMatchObject([
      422,
      { problem: { fields: { sentences: ["choose-passage"] }, values: { code: ["worry"] } } },
    ]);
    const older = await post({ ...form, digest: "0", sentences: ["0"] });
    expect(older.data).toMatchObject({ problem: { fields: { sentences: ["text-changed"] } } });
    expect((await post({ ...form, sentences: ["1"] })).status).toBe(302);
    expect(await look(code, cast.researcher, "", { code: "worry" })).toMatchObject({ passages: [{ passage: "Verder niets." }] });
  });
});

describe("merging and splitting without script", () => {
  interface Shown {
    missing: { field: string; problem: string }[];
    marks: { id: string; passage: string }[];
    plan: { digest: string; marks: { passage: string; already: boolean }[]; moved: number; already: number; unseen: number } | null;
  }
  const page = async (loader: Parameters<typeof ask>[0], query = "", person = cast.researcher) =>
    (await look(loader, person, query, { code: "money" })) as Shown;
  const post = async (handler: Parameters<typeof ask>[0], query: string, form: Record<string, string>) =>
    ask(handler, await signedIn(cast.researcher.id, `/x${query}`, { form }), { ...slug(), code: "money" });

  it("shows what would change before anything does, and of a withdrawn answer only that it goes along", async () => {
    const first = await page(merge);
    expect(first).toMatchObject({ plan: null, missing: [] });
    const shown = await page(merge, "?to=worry");
    expect(shown.plan).toMatchObject({ moved: 2, already: 0, unseen: 1, marks: [{ passage: "=1+1 is wat het kost.", already: false }] });
    const told = JSON.stringify([first, shown, await page(split, "?to=worry", cast.lead)]);
    expect([canary.notes, gone].filter((word) => told.includes(word))).toEqual([]);
    const unnamed = JSON.stringify([await page(merge, "?to=worry", cast.secondResearcher), await page(split, "", cast.secondResearcher)]);
    expect([...Object.values(canary), gone].filter((word) => unnamed.includes(word))).toEqual([]);
    expect(await look(code, cast.reviewer, "", { code: "money" })).toMatchObject({ total: 1, mayMove: false });
    expect(await look(code, cast.researcher, "", { code: "money" })).toMatchObject({ total: 1, mayMove: true });
  });

  it("says what has still to be chosen", async () => {
    const { marks } = await page(split);
    const missing = async (loader: Parameters<typeof ask>[0], query: string) => {
      const { missing: problems, plan } = await page(loader, query);
      return [...problems.map(({ field, problem }) => `${field} ${problem}`), ...(plan ? ["shown"] : [])];
    };
    expect(await missing(split, "?to=")).toEqual(["marks choose-marks", "to choose"]);
    expect(await missing(split, `?to=money&marks=${marks[0]?.id}`)).toEqual(["to other-code"]);
    expect(await missing(split, "?to=worry&marks=no-id")).toEqual(["marks choose-marks"]);
    expect(await missing(split, `?to=worry&marks=${marks[0]?.id}`)).toEqual(["shown"]);
    expect(await missing(merge, "?to=nothing")).toEqual(["to choose"]);
    expect(await look(merge, cast.lead, "", { code: "nothing" })).toMatchObject({ code: "not-found" });
  });

  it("keeps the reason that was typed when something else would change by now, and does it at last", async () => {
    const { plan } = await page(merge, "?to=worry");
    const overtaken = await post(mergeCode, "?to=worry", { digest: "0", reason: "Is hetzelfde" });
    expect([overtaken.status, overtaken.data]).toMatchObject([
      409,
      { problem: { form: ["marks-changed"], values: { reason: ["Is hetzelfde"] } } },
    ]);
    const without = await post(mergeCode, "?to=worry", { digest: plan?.digest ?? "", reason: " " });
    expect([without.status, without.data]).toMatchObject([422, { problem: { fields: { reason: ["required"] } } }]);
    const done = await post(mergeCode, "?to=worry", { digest: plan?.digest ?? "", reason: "Is hetzelfde" });
    expect([done.status, done.location]).toEqual([302, `/assessments/${cast.assessment.slug}/codes/worry`]);
    expect(await look(code, cast.reviewer, "", { code: "money" })).toMatchObject({ total: 0 });
  });

  it("moves only what was chosen", async () => {
    const query = async (codeNow: string) => {
      const { marks } = (await look(split, cast.researcher, "", { code: codeNow })) as Shown;
      return `?to=money&marks=${marks.find(({ passage }) => passage.startsWith("="))?.id}`;
    };
    const asked = await query("worry");
    const { plan } = (await look(split, cast.researcher, asked, { code: "worry" })) as Shown;
    const form = { digest: plan?.digest ?? "", reason: "Gaat over geld" };
    await ask(splitCode, await signedIn(cast.researcher.id, `/x${asked}`, { form }), { ...slug(), code: "worry" });
    expect(await look(code, cast.reviewer, "", { code: "money" })).toMatchObject({ passages: [{ passage: "=1+1 is wat het kost." }] });
    expect(await look(code, cast.reviewer, "", { code: "worry" })).toMatchObject({ passages: [{ passage: "Verder niets." }] });
  });
});
