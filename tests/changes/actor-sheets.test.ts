import { AsyncResource } from "node:async_hooks";
import { beforeEach, describe, expect, it } from "vitest";
import { addActor } from "~/features/actors/add-actor.server";
import { closeSheet } from "~/features/sheets/close-sheet.server";
import { decideRows } from "~/features/sheets/decide-rows.server";
import { discardSheet } from "~/features/sheets/discard-sheet.server";
import { findSheet, listSheets } from "~/features/sheets/find-sheet.server";
import { mapSheet, readSheetAgain } from "~/features/sheets/map-sheet.server";
import { prepareSheet } from "~/features/sheets/prepare-sheet.server";
import { planDigest, takeSheet } from "~/features/sheets/take-sheet.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { actorInput, givenActor, givenFact, givenJudgementProtocol } from "../support/judgement-scene";
import { bytesOf, workbook } from "../support/sheet-files";
import { castActors, givenSheet, planOf, takeOver } from "../support/sheet-scene";
import { givenSource } from "../support/source-scene";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let kind: SheetKind;
beforeEach(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  kind = castActors(cast);
});

const researcher = () => as(cast.researcher, hour(2));
const given = (content: string | Uint8Array, more?: { settled: boolean }) => givenSheet(kind, cast.researcher, content, more);
const plan = (number: number) => planOf(kind, cast.researcher, number);
const take = (sheet: { id: string; number: number; version: number }) => takeOver(kind, cast.researcher, sheet);
const sheetOf = (number: number) => findSheet(db, kind, cast.researcher.id, String(number));
const actors = () => db.actor.findMany({ orderBy: { number: "asc" }, include: { facts: { orderBy: { number: "asc" } } } });

async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

const file = "Organisation;Kind;Staff 2021;Open;Werk\nWells;NGO;1.200;ja;Slaat putten\nPumps;Fund;abc;;\n";

describe("bringing in a spreadsheet of actors", () => {
  it("is forbidden to a reviewer, and not found for the commissioner", async () => {
    const sent = { name: "a.csv", bytes: bytesOf(file), language: "en" };
    await expect(prepareSheet(as(cast.reviewer), kind, sent)).rejects.toMatchObject({ code: "forbidden" });
    await expect(prepareSheet(as(cast.commissioner), kind, sent)).rejects.toMatchObject({ code: "not-found" });
    await expect(prepareSheet(researcher(), kind, { ...sent, bytes: bytesOf("") })).rejects.toMatchObject({
      details: { field: "file", problem: "sheet-empty" },
    });
    expect(await db.sheetImport.count()).toBe(0);
  });

  it("keeps it as a draft of its own, guesses what the columns hold, and tells nothing of the cells", async () => {
    expect(await raised(() => given(file, { settled: false }))).toEqual(["sheet.prepare"]);
    const { mapping, rowCount, state } = await sheetOf(1);
    expect(mapping.columns.map(({ target, asOf }) => [target, asOf])).toEqual([
      ["name", null],
      ["kind", null],
      ["fact:staff", "2021"],
      ["fact:open", null],
      ["fact:work", null],
    ]);
    expect({ rowCount, state }).toEqual({ rowCount: 2, state: "draft" });
    const told = await db.eventDetail.findMany({ where: { body: { contains: "Wells" } } });
    expect(told).toEqual([]);
    expect(await listSheets(db, kind, cast.secondResearcher.id)).toEqual([]);
    await expect(findSheet(db, kind, cast.secondResearcher.id, "1")).rejects.toMatchObject({ code: "not-found" });
  });

  it("reads levels in either language, and adds those that an actor lacks", async () => {
    await addActor(researcher(), { ...actorInput, assessmentId: cast.assessment.id, name: "Wells", levels: ["Wereldwijd"] });
    const sheet = await given("Name;Levels\nWells;global, regionaal, Stroomgebied\nPumps;Stad\n");
    const [wells, pumps] = await plan(sheet.number);
    expect(wells?.items).toMatchObject([{ label: "Levels", text: "Regional; Stroomgebied", state: "new" }]);
    expect(pumps?.items).toMatchObject([{ text: "City", state: "new" }]);
    await take(sheet);
    expect((await actors()).map(({ levels }) => levels)).toEqual(['["global","regional","Stroomgebied"]', '["city"]']);
  });

  it("remembers what the columns of the same heads held", async () => {
    const first = await given(file, { settled: false });
    const { mapping } = await sheetOf(1);
    const columns = mapping.columns.map((column, at) => (at === 4 ? { ...column, target: "" } : column));
    await mapSheet(researcher(), kind, { id: first.id, version: 1, fill: true, language: "nl", columns });
    const second = await given(file.replace("Wells", "Springs"), { settled: false });
    expect((await sheetOf(second.number)).mapping).toMatchObject({ columns, fill: true, language: "nl", settled: false });
  });
});

describe("saying what the columns hold", () => {
  it("refuses what is not there, a stale version, a column twice, none with names, and another's sheet", async () => {
    const { id } = await given(file, { settled: false });
    const { mapping } = await sheetOf(1);
    const input = { id, version: 1, fill: false, language: "en", columns: mapping.columns };
    const holding = (...targets: string[]) => mapping.columns.map((column, at) => ({ ...column, target: targets[at] ?? "" }));
    await expect(mapSheet(researcher(), kind, { ...input, id: newId(hour(0)) })).rejects.toMatchObject({ code: "not-found" });
    await expect(mapSheet(as(cast.secondResearcher), kind, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(mapSheet(as(cast.reviewer), kind, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(mapSheet(researcher(), kind, { ...input, version: 4 })).rejects.toMatchObject({ code: "conflict" });
    const refused = (columns: typeof mapping.columns) => mapSheet(researcher(), kind, { ...input, columns });
    await expect(refused(holding("kind"))).rejects.toMatchObject({ details: { problem: "column-missing" } });
    await expect(refused(holding("name", "name"))).rejects.toMatchObject({ details: { problem: "column-twice" } });
    await expect(refused(holding("name", "fact:gone"))).rejects.toMatchObject({ details: { problem: "unknown" } });
    expect(await raised(() => mapSheet(researcher(), kind, input))).toEqual(["sheet.map"]);
  });

  it("reads another sheet, or the heads in another row, and fills merged cells by choice", async () => {
    const sheets = [
      { name: "Notes", rows: [["Only words"]] },
      {
        name: "Actors",
        rows: [
          ["Organisation", null, "Figures"],
          ["Name", "Kind", "Staff"],
          ["Wells", "NGO", { formula: "5+7", value: 12 }],
          ["Pumps", null, 3],
        ],
        merged: ["A1:B1", "B3:B4"],
      },
    ];
    const made = await given(workbook(sheets), { settled: false });
    expect((await sheetOf(1)).mapping).toMatchObject({ sheets: ["Notes", "Actors"], sheet: "Notes" });
    await readSheetAgain(researcher(), kind, { id: made.id, version: 1, sheet: "Actors", header: 0 }, await sheetOf(1));
    const { mapping } = await sheetOf(1);
    expect(mapping).toMatchObject({ sheet: "Actors", header: 1, formulas: 1, merged: ["A1:B1", "B3:B4"] });
    await mapSheet(researcher(), kind, { id: made.id, version: 2, fill: false, language: "en", columns: mapping.columns });
    expect((await plan(1))[1]?.items.map(({ text }) => text)).toEqual(["3 posts"]);
    await mapSheet(researcher(), kind, { id: made.id, version: 3, fill: true, language: "en", columns: mapping.columns });
    expect((await plan(1))[1]?.items.map(({ text }) => text)).toEqual(["NGO", "3 posts"]);
    await readSheetAgain(researcher(), kind, { id: made.id, version: 4, sheet: "Actors", header: 0 }, await sheetOf(1));
    expect((await sheetOf(1)).mapping).toMatchObject({ header: 0, settled: false });
  });
});

describe("what becomes of rows", () => {
  it("tells new from errors, with the cell and the value as typed", async () => {
    const { number } = await given(file);
    const [first, second] = await plan(number);
    expect(first).toMatchObject({ row: 1, outcome: "new", title: "Wells", problems: [] });
    // One mark with three digits behind it can be both, but posts are whole.
    expect(first?.items.map(({ label, text }) => [label, text])).toEqual([
      ["Kind", "NGO"],
      ["Staff", "1,200 posts (2021)"],
      ["Open", "yes"],
      ["Work", "Slaat putten"],
    ]);
    expect(second).toMatchObject({ outcome: "error", problems: [{ column: 2, message: "notANumber" }] });
  });

  it("finds an actor by its name, another name or first letters, and tells what is there, beside and kept", async () => {
    const wells = await addActor(as(cast.researcher), {
      ...actorInput,
      name: "Fund for Wells",
      otherNames: ["Puttenfonds"],
      kind: { en: "Fund" },
      assessmentId: cast.assessment.id,
    });
    await givenFact(cast, wells.id, { field: "work", text: "Digs wells.", language: "en", asOf: "2021" });
    const { number } = await given("Name;Kind;Work;As of\nputtenfonds;NGO;digs wells;2021\nFW;Fund;Mends pumps;2022\nFUND FOR WELLS;;;\n");
    const rows = await plan(number);
    expect(rows.map(({ outcome, target }) => [outcome, target])).toEqual([
      ["same", { code: "O1", name: "Fund for Wells" }],
      ["adds", { code: "O1", name: "Fund for Wells" }],
      ["same", { code: "O1", name: "Fund for Wells" }],
    ]);
    expect(rows[0]?.items).toMatchObject([
      { label: "Kind", state: "kept", other: "Fund" },
      { label: "Work", state: "there", other: "O1:f1" },
    ]);
    expect(rows[1]?.items).toMatchObject([
      { label: "Kind", state: "there" },
      { label: "Work", text: "Mends pumps (2022)", state: "beside", other: "O1:f1" },
    ]);
  });

  it("tells a name of several actors, a source that is not there, and an actor of a relation that nothing knows", async () => {
    await addActor(as(cast.researcher), { ...actorInput, name: "Wells (A)", assessmentId: cast.assessment.id });
    await addActor(as(cast.researcher), { ...actorInput, name: "Wells (B)", assessmentId: cast.assessment.id });
    const { number } = await given("Name;Staff;Source;Funded by\nWells;1;;\nO2;1;S09;\nPumps;1;;Nobody\nSprings;1;;Pumps\n");
    expect((await plan(number)).map(({ outcome, problems }) => [outcome, problems.map(({ message }) => message)])).toEqual([
      ["error", ["severalNamed"]],
      ["error", ["unknownSource"]],
      ["error", ["unknownActor"]],
      ["new", []],
    ]);
  });
});

describe("mending rows", () => {
  it("keeps what was typed in a cell and what to do with a row, once, and leaves the rest of the decisions", async () => {
    const made = await given(file);
    const input = { id: made.id, version: 2, rows: [2], cells: [{ row: 2, column: 2, text: "30" }], decisions: [] };
    await expect(decideRows(as(cast.secondResearcher), kind, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(decideRows(researcher(), kind, { ...input, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(decideRows(researcher(), kind, { ...input, cells: [{ row: 0, column: 0, text: "x" }] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await raised(() => decideRows(researcher(), kind, input))).toEqual(["sheet.decide"]);
    expect((await plan(1))[1]).toMatchObject({ outcome: "new", problems: [] });
    expect(await raised(() => decideRows(researcher(), kind, { ...input, version: 3 }))).toEqual([]);
    await decideRows(researcher(), kind, { ...input, version: 3, rows: [1], cells: [], decisions: [{ row: 1, decision: "skip" }] });
    await decideRows(researcher(), kind, { ...input, version: 4, rows: [2], cells: [], decisions: [{ row: 2, decision: "skip" }] });
    expect((await sheetOf(1)).mapping.decisions).toEqual({ 1: "skip", 2: "skip" });
  });

  it("takes a row over without what is wrong where that was chosen", async () => {
    const made = await given(file);
    await decideRows(researcher(), kind, { id: made.id, version: 2, rows: [2], cells: [], decisions: [{ row: 2, decision: "keep" }] });
    expect((await plan(1))[1]).toMatchObject({ outcome: "new", problems: [{ message: "notANumber" }] });
    await take({ ...made, version: 3 });
    const [, pumps] = await actors();
    expect(pumps).toMatchObject({ name: "Pumps", kind: JSON.stringify({ en: "Fund" }), facts: [] });
  });
});

describe("taking rows over", () => {
  it("adds actors with their facts, source and date, one event for each, and closes the import", async () => {
    const source = await givenSource(cast);
    const made = await given(
      `Name;Other names;Countries;Website;Staff;As of;Source;Own statement\nWells;Putten, W.;Kenya; www.wells.org;12;03-2021;${source.code};ja\n`,
    );
    expect(await raised(() => take(made))).toEqual(["actor.add", "actor.add-fact", "sheet.take"]);
    const [wells] = await actors();
    expect(wells).toMatchObject({
      code: "O1",
      name: "Wells",
      otherNames: JSON.stringify(["Putten", "W."]),
      countries: JSON.stringify(["KE"]),
      url: "https://www.wells.org",
    });
    expect(wells?.facts).toMatchObject([
      { code: "O1:f1", field: "staff", value: "12", text: "12 posts", asOf: "2021-03", sourceId: source.id, ownStatement: true },
    ]);
    expect(await sheetOf(1)).toMatchObject({ state: "imported", added: 1, changed: 0 });
    await verifyOpenDatabase();
  });

  it("completes an actor that is there and adds relations between rows, whichever comes first", async () => {
    await givenActor(cast, "Wells");
    const made = await given("Name;Website;Funded by;Works with\nWells;https://wells.org;Pumps;\nPumps;;;Wells; O1\n");
    expect(await raised(() => take(made))).toEqual(["actor.change", "actor.add", "actor.add-relation", "actor.add-relation", "sheet.take"]);
    expect((await db.actorRelation.findMany({ orderBy: { number: "asc" } })).map(({ kind: sort, code }) => [sort, code]).sort()).toEqual([
      ["funds", "O2:r1"],
      ["works-with", "O2:r2"],
    ]);
    expect(await sheetOf(1)).toMatchObject({ added: 1, changed: 1 });
  });

  it("lets several rows tell of one new actor, and adds nothing twice when it is taken over again", async () => {
    const long = "Name;Staff;As of\nWells;12;2021\nwells;14;2022\nWells;12;2021\n";
    const made = await given(long);
    expect((await plan(1)).map(({ outcome, target }) => [outcome, target])).toEqual([
      ["new", null],
      ["adds", { row: 1 }],
      ["same", { row: 1 }],
    ]);
    await take(made);
    expect((await actors()).map(({ facts }) => facts.map(({ text, asOf }) => [text, asOf]))).toEqual([
      [
        ["12 posts", "2021"],
        ["14 posts", "2022"],
      ],
    ]);
    const again = await given(long);
    expect((await plan(2)).map(({ outcome }) => outcome)).toEqual(["same", "same", "same"]);
    expect(await raised(() => take(again))).toEqual(["sheet.take"]);
  });

  it("refuses what is not what was shown, because an actor came in meanwhile, and does nothing", async () => {
    const made = await given(file);
    const shown = planDigest(await plan(1));
    await givenActor(cast, "Wells");
    await expect(takeSheet(researcher(), kind, { ...made, plan: shown })).rejects.toMatchObject({ code: "conflict" });
    expect(await actors()).toHaveLength(1);
    await expect(takeSheet(researcher(), kind, { ...made, version: 9, plan: shown })).rejects.toMatchObject({ code: "conflict" });
    await take(made);
    await expect(take({ ...made, version: 3 })).rejects.toMatchObject({ code: "wrong-state", details: { state: "imported" } });
  });

  it("goes on where it stopped", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Actor ${at + 1};${at}`);
    const made = await given(`Name;Staff\n${rows.join("\n")}\n`);
    const shown = planDigest(await plan(1));
    let batches = 0;
    const stopping: SheetKind = {
      ...kind,
      take: (...given) => {
        batches += 1;
        if (batches === 2) throw new Error("the power went");
        return kind.take(...given);
      },
    };
    await expect(takeSheet(researcher(), stopping, { ...made, plan: shown })).rejects.toThrow("the power went");
    expect(await db.actor.count()).toBe(25);
    expect(await sheetOf(1)).toMatchObject({ state: "draft", begun: true, mayDiscard: false });
    await expect(discardSheet(researcher(), kind, made)).rejects.toMatchObject({ code: "wrong-state" });
    await expect(closeSheet(researcher(), kind, { ...made, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    await expect(closeSheet(as(cast.secondResearcher), kind, made)).rejects.toMatchObject({ code: "not-found" });
    await takeSheet(researcher(), kind, { ...made, plan: "" });
    expect((await actors()).map(({ facts }) => facts.length)).toEqual(Array.from({ length: 30 }, () => 1));
    expect(await sheetOf(1)).toMatchObject({ state: "imported", added: 30 });
    await expect(closeSheet(researcher(), kind, { ...made, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is closed half way with what was taken over, also where nothing more can be, and not before anything was", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Actor ${at + 1};${at}`);
    const made = await given(`Name;Staff\n${rows.join("\n")}\n`);
    await expect(closeSheet(researcher(), kind, made)).rejects.toMatchObject({ code: "wrong-state" });
    const shown = planDigest(await plan(1));
    const once: SheetKind = {
      ...kind,
      passes: 1,
      take: (tx, context, sheet, some, pass) => {
        if (some[0]?.row !== 1) throw new Error("the power went");
        return kind.take(tx, context, sheet, some, pass);
      },
    };
    await expect(takeSheet(researcher(), once, { ...made, plan: shown })).rejects.toThrow("the power went");
    const refusing: SheetKind = { ...kind, requireMay: () => Promise.reject(new Error("sent already")) };
    expect(await raised(() => closeSheet(researcher(), refusing, made))).toEqual(["sheet.take"]);
    expect(await sheetOf(1)).toMatchObject({ state: "imported", added: 25, changed: 0 });
    expect(await db.actor.count()).toBe(25);
  });

  // 60 rows are three changes: planned once for all of them, and once for the relations between them.
  it("plans once for all the changes of one pass where nobody else writes, and again where somebody does", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `Actor ${at + 1};${at}`);
    const made = await given(`Name;Staff\n${rows.join("\n")}\n`);
    const shown = planDigest(await plan(1));
    let [plans, batches] = [0, 0];
    let meanwhile: Promise<unknown> | undefined;
    const counting = (write: () => Promise<unknown>): SheetKind => ({
      ...kind,
      plan: (...given) => ((plans += 1), kind.plan(...given)),
      take: (...given) => {
        batches += 1;
        if (batches === 1) meanwhile = write();
        return kind.take(...given);
      },
    });
    // Another request, which waits for the first change of this one to end.
    const writing = counting(AsyncResource.bind(() => givenActor(cast, "Actor 60")));
    await takeSheet(researcher(), writing, { ...made, plan: shown });
    await meanwhile;
    expect([plans, batches]).toEqual([3, 3]);
    expect((await actors()).filter(({ name }) => name === "Actor 60")).toMatchObject([{ facts: [{ text: "59 posts" }] }]);
    [plans, batches] = [0, 0];
    const more = await given(`Name;Staff\n${rows.join("\n").replaceAll("Actor", "Other")}\n`);
    const other = counting(() => Promise.resolve());
    await takeSheet(researcher(), other, { ...more, plan: planDigest(await plan(2)) });
    expect([plans, batches]).toEqual([2, 3]);
    expect(await db.actor.count()).toBe(120);
  });

  it("adds nothing twice where rows that lie far apart say the same", async () => {
    const between = Array.from({ length: 30 }, (_, at) => `Actor ${at + 1};;;Wells`);
    const made = await given(
      ["Name;Countries;Staff;Works with", "Wells;Kenya;12;Pumps", ...between, "Pumps;;;Wells", "Wells;Kenya;12;Pumps", ""].join("\n"),
    );
    await take(made);
    const wells = (await actors()).filter(({ name }) => name === "Wells");
    expect(wells).toMatchObject([{ countries: JSON.stringify(["KE"]), facts: [{ text: "12 posts" }] }]);
    // Wells with Pumps, and with each of thirty.
    expect(await db.actorRelation.count()).toBe(31);
  });
});

describe("putting a spreadsheet aside", () => {
  it("is for who brought it in, at the version read, with one event, and not once taken over", async () => {
    const made = await given(file);
    await expect(discardSheet(as(cast.secondResearcher), kind, made)).rejects.toMatchObject({ code: "not-found" });
    await expect(discardSheet(researcher(), kind, { ...made, version: 7 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => discardSheet(researcher(), kind, made))).toEqual(["sheet.discard"]);
    await expect(take({ ...made, version: 3 })).rejects.toMatchObject({ code: "wrong-state", details: { state: "discarded" } });
  });
});
