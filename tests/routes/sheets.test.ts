import { beforeEach, describe, expect, it } from "vitest";
import type { SheetAnswer } from "~/features/sheets/act-on-sheet.server";
import type { loadSheet } from "~/features/sheets/load-sheet.server";
import { sheetLimits } from "~/domain/sheets/cell";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { action as send } from "~/routes/assessments.$slug.actors.import";
import { loader as list } from "~/routes/assessments.$slug.actors.imports._index";
import { action, loader } from "~/routes/assessments.$slug.actors.imports.$n._index";
import { loader as errors } from "~/routes/assessments.$slug.actors.imports.$n.errors";
import { type Cast, loadCast, type Person } from "../cast";
import { formWith, uploadOf } from "../support/attachment-scene";
import { useDatabase } from "../support/database";
import { givenActor, givenJudgementProtocol } from "../support/judgement-scene";
import { ask, sessionOf, signedIn } from "../support/request";
import { bytesOf, workbook } from "../support/sheet-files";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
});

const params = (n = "1") => ({ slug: cast.assessment.slug, n });
const base = () => `/assessments/${cast.assessment.slug}/actors`;
const upload = async (who: Person, name: string, bytes: Uint8Array, fields: Record<string, string> = {}) =>
  ask(send, uploadOf(`${base()}/import`, formWith({ name, bytes }, fields), { cookie: await sessionOf(who.id) }), params());
const file = "Name;Staff;Work\nWells;12;Digs\nPumps;abc;=cmd()\n";
const given = () => upload(cast.researcher, "actors.csv", bytesOf(file));
type Page = Awaited<ReturnType<typeof loadSheet>>;
const page = async (who: Person = cast.researcher, query = "") => {
  const { status, data } = await ask(loader, await signedIn(who.id, `${base()}/imports/1${query}`), params());
  return { ...(data as Page), status };
};
const post = async (form: Record<string, string | readonly string[]>, who: Person = cast.researcher) => {
  const { status, data, location } = await ask(action, await signedIn(who.id, `${base()}/imports/1`, { form }), params());
  return { ...(data as SheetAnswer | undefined), status, location };
};

const columns = (n: number, targets: readonly string[]) => {
  const empty = Array.from({ length: n }, () => "");
  return { target: targets, numbers: empty, currency: empty, asOf: empty };
};
const mapped = { intent: "map", version: "1", sheet: "", header: "0", language: "en", ...columns(3, ["name", "fact:staff", "fact:work"]) };

describe("sending a spreadsheet", () => {
  it("leads to what its columns seem to hold", async () => {
    expect(await given()).toMatchObject({ status: 302, location: `${base()}/imports/1` });
    const { sheet, columns: shown, plan } = await page();
    expect([sheet.fileName, sheet.state, plan]).toEqual(["actors.csv", "draft", null]);
    expect(shown?.columns.map(({ letter, head, target, examples }) => [letter, head, target, examples])).toEqual([
      ["A", "Name", "name", ["Wells", "Pumps"]],
      ["B", "Staff", "fact:staff", ["12", "abc"]],
      ["C", "Work", "fact:work", ["Digs", "=cmd()"]],
    ]);
  });

  it.each<[string, string, Uint8Array, number, string]>([
    ["an old workbook", "a.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 422, "sheet-xls"],
    ["macros", "a.xlsm", workbook([{ name: "A", rows: [["x"]] }], { "xl/vbaProject.bin": "x" }), 422, "sheet-macros"],
    ["50,000 rows", "a.csv", bytesOf("Name\n" + "Wells\n".repeat(50_000)), 422, "sheet-too-many-rows"],
    ["more than 10 MiB", "a.csv", new Uint8Array(sheetLimits.bytes + 1), 413, "sheet-too-large"],
  ])("refuses %s at the file, and keeps nothing", async (_what, name, bytes, status, problem) => {
    const answer = await upload(cast.researcher, name, bytes);
    expect(answer).toMatchObject({ status, data: { fields: { file: [problem] } } });
    expect(await db.sheetImport.count()).toBe(0);
  });

  it("refuses a form with more in it, without a file, and one without parts", async () => {
    expect((await upload(cast.researcher, "a.csv", bytesOf(file), { kind: "ratings" })).status).toBe(422);
    const bare = uploadOf(`${base()}/import`, formWith(null, {}), { cookie: await sessionOf(cast.researcher.id) });
    expect(await ask(send, bare, params())).toMatchObject({ status: 422, data: { fields: { file: ["file-missing"] } } });
    expect((await ask(send, await signedIn(cast.researcher.id, `${base()}/import`, { form: {} }), params())).status).toBe(415);
  });
});

describe("the page of a spreadsheet", () => {
  it("is there for who sent it alone: page, list, form and file", async () => {
    await given();
    const request = async (path: string) => signedIn(cast.lead.id, `${base()}/imports${path}`);
    expect((await page(cast.lead)).status).toBe(404);
    expect((await post(mapped, cast.lead)).status).toBe(404);
    expect((await ask(errors, await request("/1/errors"), params())).status).toBe(404);
    const { data } = await ask(list, await request(""), params());
    expect(data).toMatchObject({ sheets: [] });
  });

  it("comes back with what was chosen where no column holds the names, and leads on to the rows else", async () => {
    await given();
    const wrong = await post({ ...mapped, ...columns(3, ["", "fact:staff", ""]) });
    expect(wrong).toMatchObject({
      status: 422,
      problem: { fields: { target: ["column-missing"] }, values: { target: ["", "fact:staff", ""] } },
    });
    expect((await post({ ...mapped, target: ["name"] })).status).toBe(422);
    expect(await post(mapped)).toMatchObject({ status: 302, location: `${base()}/imports/1` });
    expect((await post(mapped)).status).toBe(409);
    const { plan } = await page();
    expect(plan).toMatchObject({ total: 2, writing: 1, counts: { new: 1, error: 1 } });
    expect(plan?.rows[1]).toMatchObject({
      row: 2,
      outcome: "error",
      problems: [{ column: 1, message: "notANumber", typed: "abc", values: { part: "abc" } }],
    });
    expect((await page(cast.researcher, "?show=error")).plan?.rows.map(({ row }) => row)).toEqual([2]);
    expect((await page(cast.researcher, "?after=1")).plan?.rows.map(({ row }) => row)).toEqual([2]);
  });

  it("gives the rows with errors as a file in which nothing is a formula", async () => {
    await given();
    await post(mapped);
    const request = await signedIn(cast.researcher.id, `${base()}/imports/1/errors`);
    const response = await errors({ request, params: params(), context: { nonce: "", requestId: "" } });
    expect(await response.text()).toBe("Name;Staff;Work;Rij;Wat er fout is\r\nPumps;abc;'=cmd();3;Kolom B: ‘abc’ is geen getal.\r\n");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    // Two files are made at once in all.
    const ends: (() => void)[] = [];
    const making = [1, 2].map(() => limitedExport(cast.lead.id, () => new Promise<void>((resolve) => ends.push(resolve))));
    expect((await ask(errors, request, params())).status).toBe(429);
    for (const end of ends) end();
    await Promise.all(making);
  });

  it("saves what was mended on it before anything is taken over, and shows that first", async () => {
    await given();
    await post(mapped);
    const { plan } = await page();
    const form = { intent: "take", version: "2", plan: plan?.digest ?? "", row: ["1", "2"], at: ["2:1"], value: ["7"], decision: ["2:"] };
    expect((await post(form)).status).toBe(302);
    expect(await db.actor.count()).toBe(0);
    const after = await page();
    expect(after.plan).toMatchObject({ writing: 2, counts: { new: 2, error: 0 } });
    const again = { ...form, version: "3", plan: after.plan?.digest ?? "", at: [], value: [], decision: [] };
    expect((await post(again)).status).toBe(302);
    expect(await db.actor.count()).toBe(2);
    // Pressed twice, it leads on to what was done.
    expect((await post(again)).status).toBe(302);
    expect((await page()).sheet).toMatchObject({ state: "imported", added: 2 });
  });

  it("takes nothing over where what would be done changed meanwhile, and keeps what was typed", async () => {
    await given();
    await post(mapped);
    const { plan } = await page();
    await givenActor(cast, "Wells");
    const form = { intent: "take", version: "2", plan: plan?.digest ?? "", row: ["1", "2"], at: ["2:1"], value: ["abc"], decision: ["2:"] };
    expect(await post(form)).toMatchObject({ status: 409, problem: { values: { value: ["abc"] } } });
    expect(await db.actor.count()).toBe(1);
    expect((await page()).plan?.rows[0]).toMatchObject({ outcome: "adds", target: { code: "O1" } });
  });
});
