import { beforeAll, describe, expect, it } from "vitest";
import { currentDatabase, db, operate, operationalTables, snapshot } from "~/platform/db.server";
import { as, loadCast } from "../cast";
import type { Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { rename } from "../support/story";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
});

const visit = (at: Date) =>
  operate(async (tx) => {
    const row = { userId: cast.lead.id, assessmentId: cast.assessment.id, at };
    await tx.lastVisit.upsert({
      where: { userId_assessmentId: { userId: row.userId, assessmentId: row.assessmentId } },
      create: row,
      update: { at },
    });
  });

describe("operate", () => {
  it("writes operational rows without an event", async () => {
    const before = await db.event.count();
    const at = new Date("2026-09-02T10:00:00.123Z");
    await visit(at);
    expect(await db.lastVisit.findFirst()).toMatchObject({ at, userId: cast.lead.id });
    expect(await db.event.count()).toBe(before);
  });

  it("undoes all when it fails", async () => {
    const failing = operate(async (tx) => {
      await tx.personalSetting.create({ data: { userId: cast.lead.id, key: "k", value: "v" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db.personalSetting.count()).toBe(0);
  });

  it("may write these tables and no others; none of them holds anything of a study", () => {
    expect([...operationalTables].sort()).toEqual([
      "compileJob",
      "computation",
      "idempotencyKey",
      "lastVisit",
      "linkCookie",
      "mailOutbox",
      "parkedForm",
      "personalSetting",
      "presence",
      "readingPosition",
      "sectionSeen",
      "session",
    ]);
  });
});

describe("the reader", () => {
  it("can't write, even past its type", async () => {
    const { reader } = currentDatabase();
    await expect(reader.user.updateMany({ data: { name: "x" } })).rejects.toThrow();
    await expect(reader.$executeRawUnsafe(`UPDATE "User" SET "name" = 'x'`)).rejects.toThrow();
    expect(await db.user.count({ where: { name: "x" } })).toBe(0);
  });

  it("doesn't see what isn't committed", async () => {
    const read = rawWriter().$transaction(async (tx) => {
      await tx.user.updateMany({ where: { id: cast.lead.id }, data: { name: "uncommitted" } });
      return (await db.user.findUniqueOrThrow({ where: { id: cast.lead.id } })).name;
    });
    expect(await read).toBe("Lotte van Leiden");
    expect((await db.user.findUniqueOrThrow({ where: { id: cast.lead.id } })).name).toBe("uncommitted");
  });

  it("refuses a search for nothing in particular", async () => {
    const nothing = { id: undefined } as unknown as { id: string };
    await expect(db.user.findMany({ where: nothing })).rejects.toThrow();
  });
});

describe("a snapshot", () => {
  it("sees one moment, whatever is committed meanwhile", async () => {
    const titleOf = async (reader: typeof db) => (await reader.assessment.findUniqueOrThrow({ where: { id: cast.assessment.id } })).title;
    const [first, second] = await snapshot(async (reader) => {
      const before = await titleOf(reader);
      await rename(as(cast.lead), cast.assessment.id, "Later", 1);
      return [before, await titleOf(reader)];
    });
    expect(second).toBe(first);
    expect(await titleOf(db)).toBe("Later");
  });
});
