import { beforeEach, describe, expect, it } from "vitest";
import { decideRows } from "~/features/sheets/decide-rows.server";
import { findSheet } from "~/features/sheets/find-sheet.server";
import { planDigest, takeSheet } from "~/features/sheets/take-sheet.server";
import { db } from "~/platform/db.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenActor, givenFact, givenJudgementProtocol, givenRound, rate, send } from "../support/judgement-scene";
import { givenSheet, planOf, ratingsOf, takeOver } from "../support/sheet-scene";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let kind: SheetKind;
let actors: { id: string; code: string }[];
let round: { id: string; number: number };
beforeEach(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  actors = [await givenActor(cast, "Wells"), await givenActor(cast, "Pumps")];
  const ids = actors.map(({ id }) => id);
  const { id } = await givenRound(cast, ids, [cast.researcher, cast.secondResearcher], ["reach", "fit", "effect"]);
  round = { id, number: 1 };
  kind = await ratingsOf(cast, cast.researcher, 1);
});

const researcher = () => as(cast.researcher, hour(3));
const given = (content: string) => givenSheet(kind, cast.researcher, content);
const plan = (number = 1) => planOf(kind, cast.researcher, number);
const own = () => db.judgement.findMany({ where: { rater: cast.researcher.id }, orderBy: { code: "asc" } });
const rated = (more: { justification?: string; draft?: boolean } = {}) =>
  rate(cast, cast.researcher, {
    ...{
      roundId: round.id,
      subjectId: actors[0]?.id ?? "",
      criterion: "reach",
      value: "leading",
      justification: "Typed by hand.",
      ...more,
    },
  });

async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

const file = [
  "Code;Naam;Criterium;Waarde;Onderbouwing;Gronden",
  "O1;Wells;K1 Bereik;3 substantial;Bereikt twee districten.;O1:f1",
  "O1;Wells;K3;7,5;Bijna volgens plan.;",
  "O2;;Past;niet vast te stellen;;",
  "O2;;K1;niet te beoordelen;Te weinig bekend.;",
  "O9;;K1;2;;",
  "O2;;K9;2;;",
  "O2;Pumps;K3;7,3;;",
  "O1;Pumps;K2;adds;;",
  "",
].join("\n");

describe("a spreadsheet of ratings", () => {
  it("tells what each row would rate, by code, name and criterion in either language, and what is wrong with it", async () => {
    await givenFact(cast, actors[0]?.id ?? "");
    await given(file);
    const rows = await plan();
    expect(rows.map(({ outcome, problems }) => [outcome, problems.map(({ message }) => message)])).toEqual([
      ["new", []],
      ["new", []],
      ["error", ["offScale"]],
      ["new", []],
      ["error", ["unknownSubject"]],
      ["error", ["unknownCriterion"]],
      ["error", ["offScale"]],
      ["error", ["subjectsDiffer"]],
    ]);
    expect(rows[0]?.items.map(({ label, text }) => [label, text])).toEqual([
      ["Waarde", "3 substantial"],
      ["Onderbouwing", "Bereikt twee districten."],
      ["Gronden (codes)", "O1:f1"],
    ]);
    expect(rows[3]?.items[0]?.text).toBe("niet te beoordelen");
    expect(rows[2]?.problems[0]?.values).toEqual({ allowed: "adds; doubles" });
  });

  it("becomes drafts by the rules of typing, one event for each and none of them with a value", async () => {
    await givenFact(cast, actors[0]?.id ?? "");
    const made = await given(file);
    expect(await raised(() => takeOver(kind, cast.researcher, made))).toEqual([
      "judgement.rate",
      "judgement.rate",
      "judgement.rate",
      "sheet.take",
    ]);
    expect((await own()).map(({ code, level, without, justification }) => [code, level, without, justification])).toEqual([
      ["O1:K1", '"substantial"', null, "Bereikt twee districten."],
      ["O1:K3", "7.5", null, "Bijna volgens plan."],
      ["O2:K1", null, "cannot-judge", "Te weinig bekend."],
    ]);
    expect(await db.ground.count({ where: { holderKind: "judgement" } })).toBe(1);
    const told = await db.eventDetail.findMany({
      where: { OR: [{ body: { contains: "substantial" } }, { body: { contains: "districten" } }, { body: { contains: "7.5" } }] },
    });
    expect(told).toEqual([]);
    const kept = await db.version.findMany({ where: { kind: "sheet-import" } });
    expect(kept.map(({ body }) => Object.keys(JSON.parse(body) as object).toSorted())).toEqual(
      kept.map(() => ["kind", "number", "state", "target"]),
    );
    await verifyOpenDatabase();
  });

  it("leaves what is there where a cell is empty, and changes it where one says something else", async () => {
    await rated();
    await given("Code,Criterion,Value,Justification\nO1,K1,,\nO1,K2,,\n");
    expect((await plan()).map(({ outcome }) => outcome)).toEqual(["same", "same"]);
    const second = await given("Code,Criterion,Value,Justification\nO1,K1,partial,\n");
    const [row] = await plan(2);
    expect(row).toMatchObject({ outcome: "changes", target: { code: "O1:K1" } });
    expect(row?.items).toMatchObject([
      { text: "2 partial", state: "instead", other: "4 leading" },
      { text: "Typed by hand.", state: "there" },
      { text: "ja", state: "there" },
    ]);
    await takeOver(kind, cast.researcher, second);
    expect(await own()).toMatchObject([{ level: '"partial"', justification: "Typed by hand.", version: 2 }]);
  });

  it("tells the same rating twice, own expertise that is neither yes nor no, and a ground that nothing knows", async () => {
    await given(
      "Code,Criterion,Value,Own expertise,Grounds\nO1,K1,partial,,\nO1,Reach,leading,,\nO2,K1,partial,perhaps,\nO2,K2,adds,no,S09:3\n",
    );
    expect((await plan()).map(({ problems }) => problems)).toMatchObject([
      [],
      [{ message: "twice", values: { row: 2 } }],
      [{ column: 3, message: "notYesOrNo" }],
      [{ column: 4, message: "unknownGround", values: { part: "S09:3" } }],
    ]);
  });

  it("takes over without what is wrong where that was chosen, and not what was not shown", async () => {
    const made = await given("Code,Criterion,Value,Justification\nO1,K1,9,Reaches two districts\n");
    await decideRows(researcher(), kind, { id: made.id, version: 2, rows: [1], cells: [], decisions: [{ row: 1, decision: "keep" }] });
    const shown = planDigest(await plan());
    await rated({ justification: "", draft: true });
    await expect(takeSheet(researcher(), kind, { id: made.id, version: 3, plan: shown })).rejects.toMatchObject({ code: "conflict" });
    await takeOver(kind, cast.researcher, { ...made, version: 3 });
    expect(await own()).toMatchObject([{ level: '"leading"', justification: "Reaches two districts" }]);
  });

  it("is for a rater of the round alone, hers alone, and not once she has sent", async () => {
    const made = await given(file);
    await expect(ratingsOf(cast, cast.lead, 1)).rejects.toMatchObject({ code: "not-found" });
    const others = await ratingsOf(cast, cast.secondResearcher, 1);
    await expect(findSheet(db, others, cast.secondResearcher.id, "1")).rejects.toMatchObject({ code: "not-found" });
    const taking = (who: typeof cast.lead, of: SheetKind) => takeSheet(as(who, hour(3)), of, { id: made.id, version: 2, plan: "" });
    await expect(taking(cast.secondResearcher, others)).rejects.toMatchObject({ code: "not-found" });
    await expect(taking(cast.lead, kind)).rejects.toMatchObject({ code: "forbidden" });
    await expect(taking(cast.commissioner, kind)).rejects.toMatchObject({ code: "not-found" });
    await sent();
    await expect(taking(cast.researcher, kind)).rejects.toMatchObject({ code: "wrong-state", details: { state: "sent" } });
    await expect(givenSheet(kind, cast.researcher, file)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

/** The researcher has rated everything by a spreadsheet, and sends. */
async function sent() {
  const rows = actors.flatMap(({ code }) => [`${code},K1,partial,Seen,yes`, `${code},K2,adds,Seen,yes`, `${code},K3,7,Seen,yes`]);
  const all = await given(["Code,Criterion,Value,Justification,Own expertise", ...rows].join("\n"));
  await takeOver(kind, cast.researcher, all);
  await send(cast, cast.researcher, round.id);
}
