import { parse } from "csv-parse/sync";
import { createElement } from "react";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { ComparisonPage, type ComparisonPageProps } from "~/features/comparison/comparison-page";
import { addFollowUp } from "~/features/interviews/add-follow-up.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { contextOf } from "~/platform/request-context.server";
import { loader as page } from "~/routes/assessments.$slug.interviews.matrix._index";
import { loader as file } from "~/routes/assessments.$slug.interviews.matrix.files.$format";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { canary, givenHeldInterview, givenProtocol, hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { readMarkup } from "../ui/markup";
import { renderOnServer } from "../ui/render";

useDatabase();
let cast: Cast;
let first: Awaited<ReturnType<typeof givenHeldInterview>>;
let second: Awaited<ReturnType<typeof givenHeldInterview>>;
const formula = '=HYPERLINK("https://elsewhere.example";"click")';
const gone = "grijpvogel die verdween";

const record = (interview: { id: string }, question: string, part: string, words: string) =>
  recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId: cast.assessment.id,
    interviewId: interview.id,
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

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  first = await givenHeldInterview(cast);
  second = await givenHeldInterview(cast);
  await record(first, "gq1", "", formula);
  const taken = await record(second, "gq1", "", gone);
  await record(second, "gq2", "why", "Omdat het er al was, zeggen allen die het weten kunnen, en dat zijn er niet weinig in deze kring.");
  await withdrawAnswer(as(cast.lead, hour(6)), {
    assessmentId: cast.assessment.id,
    answerId: taken.id,
    version: taken.version,
    reason: "Op verzoek",
  });
  await rawWriter().participant.update({ where: { id: second.participantId }, data: { attribution: "organisation-kind" } });
});

interface Table {
  comparison: {
    columns: { code: string; people: string }[];
    blocks: { rows: { code: string; cells: { state: string }[] }[] }[];
    words: Record<string, string[]> | null;
  };
  cell: { code: string; state: string; text: { text: string } | null; citable: string | null; mayCite: boolean } | null;
}
const open = async (person: Person, query = "") =>
  (await ask(page, await signedIn(person.id, `/x${query}`), { slug: cast.assessment.slug })).data as Table;
const rowsOf = ({ comparison }: Table) => comparison.blocks.flatMap(({ rows }) => rows);
const download = async (person: Person, format: string) =>
  await file({
    request: await signedIn(person.id, "/x"),
    params: { slug: cast.assessment.slug, format },
    context: { nonce: "test", requestId: "test" },
  });

describe("the matrix of answers", () => {
  it("has a row per question and part, a column per interview that was held, and the first words of each answer", async () => {
    const table = await open(cast.lead);
    expect(table.comparison.columns.map(({ code }) => code)).toEqual([first.code, second.code]);
    expect(rowsOf(table).map(({ code, cells }) => [code, ...cells.map(({ state }) => state)])).toEqual([
      ["1", "answered", "withdrawn"],
      ["2a", "open", "open"],
      ["2b", "open", "answered"],
      ["3", "not-in-guide", "not-in-guide"],
    ]);
    expect(table.comparison.words?.["2b"]?.[1]).toBe("Omdat het er al was, zeggen allen die het weten kunnen, en…");
  });

  it("keeps rows and columns with a cell in the state that is looked for", async () => {
    const table = await open(cast.lead, "?state=withdrawn");
    expect(table.comparison.columns.map(({ code }) => code)).toEqual([second.code]);
    expect(rowsOf(table).map(({ code }) => code)).toEqual(["1"]);
  });

  it("opens a cell with the whole record, and says why it can't be cited", async () => {
    const { cell } = await open(cast.researcher, `?cell=${second.code}:2b`);
    expect(cell).toMatchObject({ code: `${second.code}:2b`, state: "answered", citable: null, mayCite: true });
    expect(cell?.text?.text).toContain("in deze kring.");
    const { cell: withdrawn } = await open(cast.researcher, `?cell=${second.code}:1`);
    expect(withdrawn).toMatchObject({ state: "withdrawn", text: null, citable: "withdrawn" });
  });

  it("shows a change at the next look, though it is kept in memory", async () => {
    await open(cast.lead);
    await record(first, "gq2", "which", "Nieuw gezegd.");
    const table = await open(cast.lead);
    expect(rowsOf(table)[1]?.cells[0]).toMatchObject({ state: "answered" });
    expect(table.comparison.words?.["2a"]?.[0]).toBe("Nieuw gezegd.");
  });

  it("hands the words to a page in HTML beside its data, which would hold them twice", async () => {
    const request = await signedIn(cast.lead.id, "/x");
    contextOf(request).rendersPage = true;
    const { comparison } = (await ask(page, request, { slug: cast.assessment.slug })).data as Table;
    expect(comparison.words).toBeNull();
    expect(contextOf(request).leftToPage).toEqual((await open(cast.lead)).comparison.words);
  });
});

describe("what is protected", () => {
  const queries = ["", "?question=1", "?interview=", "?cell="] as const;
  const addressed = (query: string) =>
    query === "?interview=" ? query + second.code : query === "?cell=" ? `${query}${second.code}:2b` : query;
  const protectedWords = [canary.name, canary.contact, canary.organisation, canary.role, canary.notes, gone];

  it.each(queries)("does not reach a reviewer or a researcher who does not hold the interview, at %j", async (query) => {
    for (const person of [cast.reviewer, cast.secondResearcher]) {
      const told = JSON.stringify(await open(person, addressed(query)));
      expect(protectedWords.filter((word) => told.includes(word))).toEqual([]);
    }
  });

  it("reaches those who hold the interview, but for notes and what was withdrawn", async () => {
    const told = JSON.stringify(await open(cast.researcher));
    expect(protectedWords.filter((word) => told.includes(word))).toEqual([canary.name, canary.organisation, canary.role]);
  });

  it("does not reach a file of anybody, in either format: a file names all as a document does", async () => {
    for (const person of [cast.reviewer, cast.researcher, cast.lead]) {
      const csv = await (await download(person, "csv")).text();
      const xlsx = JSON.stringify(await sheetsOf(await download(person, "xlsx")));
      for (const told of [csv, xlsx]) expect(protectedWords.filter((word) => told.includes(word))).toEqual([]);
    }
    const [head] = await rowsOfCsv(cast.researcher);
    expect(head?.slice(3)).toEqual([`${first.code} anonieme geïnterviewde`, `${second.code} Vereniging`]);
  });
});

async function sheetsOf(response: Response) {
  const content = Buffer.from(await response.arrayBuffer());
  return [await readSheet(content, 1), await readSheet(content, 2)];
}

const rowsOfCsv = async (person: Person): Promise<string[][]> =>
  parse(Buffer.from(await (await download(person, "csv")).arrayBuffer()), { bom: true, delimiter: ";" });

describe("a file of the matrix", () => {
  it("is CSV with a mark of byte order, separated as Dutch Excel does, in which no cell begins like a formula", async () => {
    const response = await download(cast.lead, "csv");
    const content = new Uint8Array(await response.arrayBuffer());
    expect([...content.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${cast.assessment.slug}-matrix.csv"`);
    const rows = parse(Buffer.from(content), { bom: true, delimiter: ";" });
    expect(rows).toHaveLength(5);
    expect(rows[1]?.[3]).toBe(`'${formula}`);
    expect(rows[1]?.[4]).toBe("Ingetrokken");
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
  });

  it("is XLSX with the table and a list of the answers, in which every cell is a text", async () => {
    const [table = [], answers = []] = await sheetsOf(await download(cast.lead, "xlsx"));
    expect(table[1]?.[3]).toBe(formula);
    expect(table.flat().every((cell) => cell === null || typeof cell === "string")).toBe(true);
    expect(answers.map((row) => row[0])).toEqual([
      "Antwoord",
      `${first.code}:1`,
      `${second.code}:1`,
      `${first.code}:2a`,
      `${second.code}:2b`,
    ]);
  });

  it("is not there in another format", async () => {
    await expect(download(cast.lead, "ods")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a follow-up", () => {
  const about = { question: "gq2", wording: "En wat werkt er juist niet?" };
  beforeAll(async () => {
    await addFollowUp(as(cast.researcher, hour(7)), { assessmentId: cast.assessment.id, interviewId: second.id, ...about });
  });

  it("stands in both sheets of a file with what was asked, beside the question that it follows", async () => {
    const row = (await rowsOfCsv(cast.lead)).find(([code]) => code === "2+1");
    expect(row).toEqual(["2+1", "Vervolgvraag bij: Wat werkt?", "", "Geen vervolgvraag", `Gevraagd: ${about.wording}\nNog niets`]);
    const [, answers = []] = await sheetsOf(await download(cast.lead, "xlsx"));
    const asked = answers[0]?.indexOf("Gevraagd") ?? -1;
    expect(answers.find(([code]) => code === `${second.code}:2+1`)?.[asked]).toBe(about.wording);
  });

  it("is opened with what was asked", async () => {
    const { cell } = await open(cast.reviewer, `?cell=${second.code}:2%2B1`);
    expect(cell).toMatchObject({ asked: { text: about.wording, language: "nl" } });
  });
});

describe("words from right to left", () => {
  const words = "المياه ثم المال";
  const person = "ليلى حداد";
  beforeAll(async () => {
    await record(first, "gq2", "why", words);
    await rawWriter().identity.updateMany({ where: { intervieweeId: first.interviewee.id }, data: { name: person } });
  });

  it("leave the direction of the line around them as it is, in the table and in the cell that is open", async () => {
    const { comparison, cell } = (await open(cast.lead, `?cell=${first.code}:2b`)) as unknown as ComparisonPageProps;
    const page = createElement(ComparisonPage, { comparison, cell });
    const tags = readMarkup(await renderOnServer(createElement("div", null, page), "en"));
    for (const [told, times] of [
      [words, 2],
      [person, 2],
    ] as const) {
      const innermost = tags.filter(
        (tag) => tag.text().includes(told) && !tags.some((other) => other.around.includes(tag) && other.text().includes(told)),
      );
      expect(innermost).toHaveLength(times);
      expect(innermost.filter(({ name, attributes }) => name !== "bdi" && attributes.get("dir") !== "auto")).toEqual([]);
    }
  });
});
