import { beforeAll, describe, expect, it } from "vitest";
import { asEvents, change } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { insertRows } from "~/platform/insert-rows.server";
import { keepVersions } from "~/platform/versions.server";
import { as, loadCast, type Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { verifyOpenDatabase } from "../support/verify";

useDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await loadCast();
});

const at = new Date("2026-03-04T05:06:07.089Z");
/** More rows than one statement adds. */
const count = 130;
const awkward = [`"quoted" 'and' \\ back`, "two\nlines\tand\u2028more", "naïve – 😀", "$.row ? ; --", "", "null", "12", "{}"];

const recordsOf = (importId: string) =>
  Array.from({ length: count }, (_, place) => ({
    ...{ id: newId(at), assessmentId: cast.assessment.id, importId, place: place + 1, line: place * 3, problems: "[]", outcome: "new" },
    ...{ fields: awkward[place % awkward.length] ?? "", title: awkward[(place + 3) % awkward.length] ?? "" },
    ...{ likeId: null, likePlace: place % 2 === 0 ? null : place, decision: place % 3 === 0 ? null : "add" },
  }));

describe("many rows at once", () => {
  it("are there as they were given, in any number", async () => {
    const importId = newId(at);
    const rows = recordsOf(importId);
    await insertRows(rawWriter(), "SourceImportRecord", rows);
    const found = await db.sourceImportRecord.findMany({ where: { importId }, orderBy: { place: "asc" } });
    expect(found).toEqual(rows.map((row) => ({ ...row, sourceId: null })));
    await insertRows(rawWriter(), "SourceImportRecord", []);
    expect(await db.sourceImportRecord.count({ where: { importId } })).toBe(count);
  });

  it("keep a moment as Prisma writes it, so that both are found and sorted alike", async () => {
    const row = { assessmentId: cast.assessment.id, kind: "source", number: 1, body: "{}", digest: "0", byKind: "user", byId: "u" };
    const [mine, other] = [newId(at), newId(at)];
    await insertRows(rawWriter(), "Version", [{ ...row, id: mine, recordId: mine, at }]);
    await rawWriter().version.createMany({ data: [{ ...row, id: other, recordId: other, at }] });
    const found = await db.version.findMany({ where: { recordId: { in: [mine, other] }, at }, select: { at: true } });
    expect(found).toEqual([{ at }, { at }]);
  });

  it("are refused when they don't fill the same columns", async () => {
    const importId = newId(at);
    const [first, second] = recordsOf(importId);
    if (!first || !second) throw new Error("Two rows are wanted.");
    const { likeId: _left, ...less } = second;
    await expect(insertRows(rawWriter(), "SourceImportRecord", [first, less])).rejects.toThrow("same columns");
    await expect(insertRows(rawWriter(), "SourceImportRecord", [first, { ...less, sourceId: null }])).rejects.toThrow("same columns");
    expect(await db.sourceImportRecord.count({ where: { importId } })).toBe(0);
  });
});

describe("the events of a bulk change", () => {
  it("are chained one by one, each with its three details and the digest of its own record", async () => {
    const chain = cast.assessment.id;
    const before = await db.event.count({ where: { chain } });
    const ids = Array.from({ length: count }, () => newId(at));
    const context = { ...as(cast.lead), chain };
    await change(context, async (tx) => {
      await keepVersions(
        tx,
        ids.map((recordId) => ({
          assessmentId: chain,
          kind: "source",
          recordId,
          number: 1,
          body: { recordId },
          by: context.by,
          at: context.at,
        })),
      );
      const told = ids.map((id, place) => ({
        ...({ action: "source.add", subject: { type: "source", id, version: 1 } } as const),
        ...{
          label: awkward[place % awkward.length] ?? "",
          change: { title: awkward[place % awkward.length] ?? "", type: "book" as const },
        },
      }));
      return { result: null, event: asEvents(told) };
    });
    const events = await db.event.findMany({ where: { chain, seq: { gt: before } }, orderBy: { seq: "asc" } });
    expect(events.map(({ subjectId }) => subjectId)).toEqual(ids);
    const details = await db.eventDetail.findMany({ where: { chain, seq: { gt: before }, part: "change" }, orderBy: { seq: "asc" } });
    const named = details.map(({ body }) => (JSON.parse(body) as { records: { id: string }[] }).records.map(({ id }) => id));
    expect(named).toEqual(ids.map((id) => [id]));
    expect(await db.eventDetail.count({ where: { chain, seq: { gt: before } } })).toBe(count * 3);
    expect(new Set((await db.eventDetail.findMany({ where: { chain } })).map(({ salt }) => salt)).size).toBe((before + count) * 3);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });
});
