import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { listEvents } from "~/platform/trail.server";
import { as, loadCast, startOfStory } from "../cast";
import type { Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { rename } from "../support/story";

useDatabase();
let cast: Cast;
let chain: string;
const day = (n: number) => new Date(startOfStory.getTime() + n * 86_400_000);
const seqsOf = async (ask: Omit<Parameters<typeof listEvents>[1], "chain">) =>
  (await listEvents(db, { chain, ...ask })).events.map(({ seq }) => seq);

// Events 1 to 5: the start and four members. Events 6 to 9: renamed on day 1 to 4, by lead and researcher in turn.
beforeAll(async () => {
  cast = await loadCast();
  chain = cast.assessment.id;
  for (const n of [1, 2, 3, 4]) await rename(as(n % 2 ? cast.lead : cast.researcher, day(n)), chain, `Title ${n}`, n);
});

describe("a page of the trail", () => {
  it("shows the newest first and says where the older ones begin", async () => {
    const page = await listEvents(db, { chain, limit: 4 });
    expect(page.events.map(({ seq }) => seq)).toEqual([9, 8, 7, 6]);
    expect(page.before).toBe(6);
    const older = await listEvents(db, { chain, limit: 4, before: page.before });
    expect(older.events.map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
    expect(await listEvents(db, { chain, limit: 4, before: older.before })).toMatchObject({ events: [{ seq: 1 }], before: null });
  });

  it("says that there are no older ones when the page is just full", async () => {
    expect((await listEvents(db, { chain, limit: 9 })).before).toBeNull();
  });

  it.each([
    ["one person", () => ({ byId: cast.researcher.id }), [9, 7]],
    ["one action", () => ({ action: "assessment.start" }), [1]],
    ["one kind of record", () => ({ subjectType: "member" }), [5, 4, 3, 2]],
    ["one record", () => ({ subjectType: "assessment", subjectId: chain }), [9, 8, 7, 6, 1]],
    ["from a moment on", () => ({ from: day(3) }), [9, 8]],
    ["before a moment", () => ({ until: day(1) }), [5, 4, 3, 2, 1]],
    ["a period of one person", () => ({ from: day(1), until: day(4), byId: cast.lead.id }), [8, 6]],
    ["a time before all", () => ({ until: day(-1) }), []],
    ["a time after all", () => ({ from: day(9) }), []],
  ])("can show %s", async (_, filter, expected) => {
    expect(await seqsOf({ filter: filter() })).toEqual(expected);
  });

  it("keeps to the period on the next page", async () => {
    expect(await seqsOf({ filter: { from: day(1), until: day(4) }, before: 8 })).toEqual([7, 6]);
  });

  it("shows an event whose details were erased without them", async () => {
    await rawWriter().$executeRawUnsafe(
      `INSERT INTO "Erasure" ("chain", "seq", "part", "at") VALUES ('${chain}', 3, 'by', ''), ('${chain}', 3, 'label', ''), ('${chain}', 3, 'change', '')`,
    );
    await rawWriter().$executeRawUnsafe(`DELETE FROM "EventDetail" WHERE "chain" = '${chain}' AND "seq" = 3`);
    const { events } = await listEvents(db, { chain, before: 4, limit: 1 });
    expect(events).toMatchObject([{ seq: 3, action: "member.add", by: { name: null, role: null }, label: null, change: null }]);
  });
});
