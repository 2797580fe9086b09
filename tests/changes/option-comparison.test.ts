import { beforeAll, describe, expect, it } from "vitest";
import { boundTable, tablesToBind } from "~/domain/evidence/data-table";
import type { Person } from "~/domain/permissions";
import { Protocol } from "~/domain/protocol/schema";
import { addPoint } from "~/features/options/add-point.server";
import { compareOptions, compareTwo } from "~/features/options/compare-options.server";
import { rateSubject } from "~/features/ratings/rate-subject.server";
import { openRound } from "~/features/rounds/open-round.server";
import { removeRater } from "~/features/rounds/remove-rater.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { givenWrittenSection } from "../support/section-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let statement: string;
const option = (id: string, code: string, kind: "channel" | "mode") => ({
  id,
  code,
  kind,
  title: { nl: `Optie ${code}`, en: `Option ${code}` },
});
const protocol = Protocol.parse({
  ...interviewProtocol,
  options: [option("fund", "W1", "channel"), option("loan", "W2", "channel"), option("alone", "W3", "mode")],
});
const study = () => ({
  assessment: { id: cast.assessment.id, languages: ["nl", "en"] },
  protocol,
  viewer: {
    id: cast.reviewer.id,
    administrator: false,
    mayStart: false,
    roles: { [cast.assessment.id]: "reviewer" as const },
  } satisfies Person,
  language: "en" as const,
});
const here = () => ({ assessmentId: cast.assessment.id });
let roundId: string;

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await rawWriter().protocolVersion.updateMany({ where: here(), data: { body: JSON.stringify(protocol) } });
  const excerpt = await givenExcerpt(cast, (await givenSource(cast)).id);
  const point = { criterion: "cost", side: "against" as const, text: "Kost veel.", language: "nl" };
  await addPoint(as(cast.researcher), { ...here(), ...point, option: "fund", grounds: [`excerpt/${excerpt.id}`] });
  const asked = {
    title: { nl: "Opties", en: "Options" },
    subjectKind: "option" as const,
    subjectIds: ["fund", "loan"],
    criteria: ["cost"],
  };
  roundId = (await openRound(as(cast.lead), { ...here(), ...asked, raterIds: [cast.researcher.id] })).id;
  for (const [subjectId, value] of [
    ["fund", "little"],
    ["loan", "much"],
  ] as const) {
    const judged = { value, justification: "Daarom.", language: "nl", ownExpertise: false, grounds: [`excerpt/${excerpt.id}`] };
    await rateSubject(as(cast.researcher), { ...here(), roundId, subjectId, criterion: "cost", version: 0, ...judged });
  }
});

describe("options beside each other", () => {
  it("tell nothing of a judgement before its round has opened, to its rater no more than to others", async () => {
    const { kinds } = await compareOptions(db, study());
    expect(kinds.map(({ kind, options }) => [kind, options.map(({ code }) => code)])).toEqual([
      ["channel", ["W1", "W2"]],
      ["mode", ["W3"]],
    ]);
    expect(kinds[0]?.criteria[0]?.cells.map(({ level, state, sent, points }) => [level, state, sent, points.length])).toEqual([
      [null, "blind", "0/1", 1],
      [null, "blind", "0/1", 0],
    ]);
    expect(kinds[0]?.pairs[0]).toMatchObject({ verdict: "too-few" });
    const [table] = await dataBlockValues(db, study(), { block: "options" });
    expect(table?.rows.map(({ cells }) => cells[1])).toEqual([null, null, null]);
    expect(table?.pictures).toMatchObject([{ cells: [{ judged: null }, { judged: null }] }]);
  });

  // One criterion with an order, so one is needed: W2 has much (1), W1 little (0). Better on all there is: W2 dominates.
  it("tell once it has opened which dominates, on which criterion, and never across kinds", async () => {
    const rater = await db.roundRater.findFirstOrThrow({ where: { roundId } });
    await sendRound(as(cast.researcher, hour(2)), { ...here(), roundId, version: rater.version });
    const { kinds, needed } = await compareOptions(db, study());
    expect(needed).toBe(1);
    expect(kinds[0]?.pairs).toEqual([
      {
        first: "W1",
        second: "W2",
        verdict: "second",
        words: "W2 dominates W1: better on the one criterion on which both have a level, Cost.",
        leftOut: "",
      },
    ]);
    expect(kinds[0]?.criteria[0]?.cells[0]).toMatchObject({ level: "little", counted: true, grounds: [{ kind: "excerpt" }] });
    expect(await compareTwo(db, study(), "W1", "W3")).toMatchObject({ second: { code: "W3" }, pair: null });
    expect(await compareTwo(db, study(), "W1", "W2")).toMatchObject({ pair: { verdict: "second" }, criteria: [{ side: "second" }] });
    expect(await compareTwo(db, study(), "W1", "W9")).toMatchObject({ second: null, criteria: [] });
    await expect(compareTwo(db, study(), "W9", "W1")).rejects.toMatchObject({ code: "not-found" });
  });

  it("name the statements that cite a judgement of an option", async () => {
    statement = (await givenWrittenSection(cast)).statement;
    const { blockId } = await db.statement.findFirstOrThrow({ where: { ...here(), code: statement } });
    const { id } = await db.judgement.findFirstOrThrow({ where: { ...here(), subjectId: "fund" } });
    await linkEvidence(as(cast.researcher, hour(6)), { ...here(), blockId, to: { kind: "judgement", id }, kind: "supports" });
    expect((await compareOptions(db, study())).kinds[0]?.criteria[0]?.cells.map(({ citedIn }) => citedIn)).toEqual([[statement], []]);
  });

  it("stand in a document by criterion, with what each rests on and who cites it, while a sign-off binds what it always bound", async () => {
    const tables = await dataBlockValues(db, study(), { block: "options" });
    const excerpt = (await db.excerpt.findFirstOrThrow({ where: here() })).code;
    expect(tables.map(({ columns, pictures }) => [columns.map(({ id }) => id), pictures?.length])).toEqual([
      [["criterion", "level", "for", "against", "evidence", "bears"], 1],
    ]);
    expect(tables[0]?.rows.map(({ id, cells }) => [id, cells[4], cells[5]])).toEqual([
      ["cost", null, null],
      ["cost fund", { plain: `${excerpt}, W1:K3` }, { plain: statement }],
      ["cost loan", { plain: `${excerpt}, W2:K3` }, null],
    ]);
    expect(tablesToBind(tables).map((table) => boundTable(table, ["nl"]))).toEqual([
      {
        block: "options",
        columns: ["code", "option", "level", "for", "against"],
        rows: [
          { id: "fund", cells: ["W1", { nl: "Optie W1" }, null, null, null] },
          { id: "fund cost", cells: [null, { nl: "Kosten" }, { nl: "little" }, null, { nl: "Kost veel." }] },
          { id: "loan", cells: ["W2", { nl: "Optie W2" }, null, null, null] },
          { id: "loan cost", cells: [null, { nl: "Kosten" }, { nl: "much" }, null, null] },
          { id: "alone", cells: ["W3", { nl: "Optie W3" }, null, null, null] },
          { id: "alone cost", cells: [null, { nl: "Kosten" }, null, null, null] },
        ],
      },
    ]);
  });

  it("stand on the rater who is left in a round, not on the emptied draft of one who was taken out", async () => {
    const asked = { title: { nl: "Werkwijze", en: "Mode" }, subjectKind: "option" as const, subjectIds: ["alone"], criteria: ["cost"] };
    const raterIds = [cast.researcher.id, cast.reviewer.id];
    const { id } = await openRound(as(cast.lead, hour(7)), { ...here(), ...asked, raterIds });
    const [ground] = await db.excerpt.findMany({ where: here(), select: { id: true } });
    const judged = { subjectId: "alone", criterion: "cost", version: 0, justification: "Daarom.", language: "nl", ownExpertise: false };
    const grounds = [`excerpt/${ground?.id ?? ""}`] as const;
    await rateSubject(as(cast.researcher, hour(8)), { ...here(), roundId: id, ...judged, value: "much", grounds });
    await rateSubject(as(cast.reviewer, hour(8)), { ...here(), roundId: id, ...judged, value: "little", grounds });
    await sendRound(as(cast.researcher, hour(9)), { ...here(), roundId: id, version: 1 });
    const { version } = await db.round.findUniqueOrThrow({ where: { id } });
    const leaving = { roundId: id, version, raterId: cast.reviewer.id, reason: "Verhinderd." };
    expect(await removeRater(as(cast.lead, hour(10)), { ...here(), ...leaving })).toEqual({ opened: true });
    const { kinds } = await compareOptions(db, study());
    expect(kinds[1]?.criteria[0]?.cells).toMatchObject([{ level: "much", state: null }]);
    const bound = tablesToBind(await dataBlockValues(db, study(), { block: "options" })).map((table) => boundTable(table, ["nl"]));
    expect(bound[0]).toMatchObject({
      rows: expect.arrayContaining([{ id: "alone cost", cells: [null, { nl: "Kosten" }, { nl: "much" }, null, null] }]) as unknown,
    });
  });
});
