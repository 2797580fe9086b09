import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/platform/change.server";
import { databaseTrouble } from "~/platform/database-errors.server";
import { db } from "~/platform/db.server";
import type { RawTx, Tx } from "~/platform/db.server";
import { as, loadCast } from "../cast";
import type { Cast } from "../cast";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { touch } from "../support/story";
import { verifyOpenDatabase } from "../support/verify";

const database = useDatabase();
let cast: Cast;
let chain: string;
beforeAll(async () => {
  cast = await loadCast();
  chain = cast.assessment.id;
});

/** What the type of a change's `tx` hides, for tests that break things. */
const raw = (tx: Tx) => tx as unknown as RawTx;
const count = () => db.event.count({ where: { chain } });

describe("two processes", () => {
  it("write on one chain without a gap", async () => {
    const before = await count();
    const loop = () => promisify(execFile)("node_modules/.bin/tsx", ["tests/support/touch-loop.ts", database.current.url, chain, "25"]);
    await Promise.all([loop(), loop()]);
    expect(await count()).toBe(before + 50);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  }, 60_000);
});

describe("a commit that fails", () => {
  it("leaves nothing, and the next change goes through", async () => {
    await rawWriter().$executeRawUnsafe(`CREATE TABLE "Deferred" ("parent" TEXT REFERENCES "User"("id") DEFERRABLE INITIALLY DEFERRED)`);
    const before = await count();
    const failing = change({ ...as(cast.lead), chain }, async (tx) => {
      await raw(tx).$executeRawUnsafe(`INSERT INTO "Deferred" VALUES ('nobody')`);
      const subject = { type: "protocol", id: "p", version: 1 } as const;
      return { result: 1, event: { action: "protocol.freeze", subject, label: "", change: { digest: "d" } } };
    });
    await expect(failing).rejects.toThrow();
    expect(await count()).toBe(before);
    await touch(as(cast.lead), chain);
    expect(await count()).toBe(before + 1);
    expect(await rawWriter().$queryRawUnsafe(`SELECT * FROM "Deferred"`)).toEqual([]);
  });
});

describe("a write that comes too late", () => {
  it("is not written when nobody waited for it", async () => {
    let late: Promise<unknown> = Promise.resolve();
    await change({ ...as(cast.lead), chain }, (tx) => {
      late = new Promise((resolve) => setImmediate(resolve)).then(() => tx.user.updateMany({ data: { name: "late" } }));
      return Promise.resolve({ result: 1, event: "nothing changed" as const });
    });
    await expect(late).rejects.toThrow();
    expect(await db.user.count({ where: { name: "late" } })).toBe(0);
  });
});

if (dialect === "sqlite")
  describe("a full disk", () => {
    it("is told as such, and the next small change goes through", async () => {
      await rawWriter().$queryRawUnsafe(`PRAGMA max_page_count = 1`); // as full as it is now
      const large = change({ ...as(cast.lead), chain }, async (tx) => {
        await tx.assessment.updateMany({ where: { id: chain }, data: { notice: "x".repeat(5_000_000) } });
        return { result: 1, event: "nothing changed" };
      });
      const error: unknown = await large.catch((thrown: unknown) => thrown);
      expect(databaseTrouble(error)).toBe("full");
      await rawWriter().$queryRawUnsafe(`PRAGMA max_page_count = 1000000`);
      const before = await count();
      await touch(as(cast.lead), chain);
      expect(await count()).toBe(before + 1);
      expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
    });
  });

if (dialect === "sqlite")
  describe("the embedded database", () => {
    it("was opened so that a power cut loses nothing", async () => {
      const read = async (name: string) =>
        Object.values((await rawWriter().$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {}).map(String);
      expect([await read("journal_mode"), await read("synchronous"), await read("foreign_keys")]).toEqual([["wal"], ["2"], ["1"]]);
    });
  });
