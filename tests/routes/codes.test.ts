import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { addCoding } from "~/features/codes/add-coding.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { loader as code } from "~/routes/assessments.$slug.codes.$code";
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
