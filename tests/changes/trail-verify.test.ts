import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asEvents, change } from "~/platform/change.server";
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { verifyTarget } from "~/platform/trail-verify.server";
import { as, loadCast } from "../cast";
import { copyTemplate, dialect, openFreshDatabase, rawWriter, useDatabase } from "../support/database";
import type { TestDatabase } from "../support/database";
import { rename, touch } from "../support/story";
import { verifyOpenDatabase } from "../support/verify";

/** What a host with the database in her hands does first. */
function dropTriggers(table: string): string[] {
  const names =
    dialect === "postgresql"
      ? [`ALTER TABLE "${table}" DISABLE TRIGGER USER`]
      : ({
          Event: ["Event_no_update", "Event_no_delete", "Event_chained", "Event_moves_head"],
          EventDetail: ["EventDetail_no_update", "EventDetail_delete", "EventDetail_insert"],
          ChainHead: ["ChainHead_no_delete", "ChainHead_update"],
        }[table] ?? []);
  return dialect === "postgresql" ? names : names.map((name) => `DROP TRIGGER "${name}"`);
}

const everything = ["Event", "EventDetail", "ChainHead"].flatMap(dropTriggers);
const run = async (...statements: string[]) => {
  for (const statement of statements) await rawWriter().$executeRawUnsafe(statement);
};

describe("the verifier names the first event that was", () => {
  let prepared: TestDatabase;
  let chain: string;

  beforeAll(async () => {
    prepared = await openFreshDatabase();
    const cast = await loadCast(); // five events: the start and four members
    chain = cast.assessment.id;
    await rename(as(cast.lead), chain, "Title", 1);
    await touch(as(cast.lead), chain);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact", chains: 3, checkpoints: 0 });
    await closeDatabase();
  });
  beforeEach(async () => {
    const { url } = await copyTemplate(prepared);
    await openDatabase(url);
  });
  afterEach(closeDatabase);

  const here = (table: string, seq: number) => `"${table}" WHERE "chain" = '${chain}' AND "seq" = ${seq}`;
  const set = (what: string, seq: number) => `UPDATE "Event" SET ${what} WHERE "chain" = '${chain}' AND "seq" = ${seq}`;
  const seqs = (from: number, to: number) => `UPDATE "Event" SET "seq" = ${to} WHERE "chain" = '${chain}' AND "seq" = ${from}`;

  const cases: [string, { seq: number | null; reason: string; chain?: string }, () => string[]][] = [
    ["altered in its body", { seq: 3, reason: "hash-mismatch" }, () => [set(`"body" = replace("body", '2026', '2025')`, 3)]],
    ["altered in its columns", { seq: 4, reason: "column-mismatch" }, () => [set(`"byId" = 'someone-else'`, 4)]],
    ["given another time in a column", { seq: 4, reason: "column-mismatch" }, () => [set(`"at" = '2026-01-01T00:00:00.000Z'`, 4)]],
    ["given another hash", { seq: 5, reason: "hash-mismatch" }, () => [set(`"hash" = '${"0".repeat(64)}'`, 5)]],
    ["deleted", { seq: 3, reason: "seq-gap" }, () => [`DELETE FROM ${here("EventDetail", 3)}`, `DELETE FROM ${here("Event", 3)}`]],
    ["swapped with the next", { seq: 3, reason: "column-mismatch" }, () => [seqs(3, 999), seqs(4, 3), seqs(999, 4)]],
    ["cut off at the end", { seq: 6, reason: "truncated" }, () => [`DELETE FROM "Event" WHERE "chain" = '${chain}' AND "seq" >= 6`]],
    [
      "in a chain that is gone",
      { seq: null, reason: "chain-missing" },
      () => ["Event", "EventDetail", "ChainHead"].map((table) => `DELETE FROM "${table}" WHERE "chain" = '${chain}'`),
    ],
    ["in a chain without its head", { seq: 7, reason: "head-mismatch" }, () => [`DELETE FROM "ChainHead" WHERE "chain" = '${chain}'`]],
    [
      "before a head that was set back",
      { seq: 7, reason: "head-mismatch" },
      () => [`UPDATE "ChainHead" SET "seq" = 6 WHERE "chain" = '${chain}'`],
    ],
    [
      "altered in a detail",
      { seq: 2, reason: "detail-mismatch" },
      () => [`UPDATE "EventDetail" SET "body" = '"x"' WHERE "chain" = '${chain}' AND "seq" = 2 AND "part" = 'label'`],
    ],
    [
      "given another salt",
      { seq: 2, reason: "detail-mismatch" },
      () => [`UPDATE "EventDetail" SET "salt" = '${"0".repeat(64)}' WHERE "chain" = '${chain}' AND "seq" = 2 AND "part" = 'by'`],
    ],
    ["robbed of a detail", { seq: 5, reason: "detail-missing" }, () => [`DELETE FROM ${here("EventDetail", 5)} AND "part" = 'change'`]],
    [
      "given a detail that it doesn't commit to",
      { seq: 5, reason: "detail-unknown" },
      () => [`INSERT INTO "EventDetail" ("chain", "seq", "part", "salt", "body") VALUES ('${chain}', 5, 'more', '', '')`],
    ],
    [
      "never there, but has a detail",
      { seq: 99, reason: "detail-unknown" },
      () => [`INSERT INTO "EventDetail" ("chain", "seq", "part", "salt", "body") VALUES ('${chain}', 99, 'by', '', '')`],
    ],
  ];

  it.each(cases)("%s", async (_, expected, attack) => {
    await run(...everything, ...attack());
    expect(await verifyOpenDatabase()).toMatchObject({ result: "altered", chain, ...expected });
  });
});

describe("the verifier also tells", () => {
  useDatabase("per test");

  it("a trigger that is missing", async () => {
    const [first = ""] = dropTriggers("Event");
    await run(first);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "altered", chain: null, seq: null, reason: "trigger-missing" });
  });

  it("an installation that was exchanged", async () => {
    await run(
      dialect === "sqlite" ? `DROP TRIGGER "Installation_no_update"` : `ALTER TABLE "Installation" DISABLE TRIGGER USER`,
      `UPDATE "Installation" SET "id" = 'x'`,
    );
    expect(await verifyOpenDatabase()).toMatchObject({ result: "altered", chain: "installation", seq: 1, reason: "prev-mismatch" });
  });

  it("a trail that was emptied", async () => {
    await run(
      ...everything,
      dialect === "sqlite" ? `DROP TRIGGER "Installation_no_delete"` : `ALTER TABLE "Installation" DISABLE TRIGGER USER`,
    );
    await run(...["Event", "EventDetail", "ChainHead", "Installation"].map((table) => `DELETE FROM "${table}"`));
    expect(await verifyOpenDatabase()).toMatchObject({ result: "altered", reason: "chain-missing" });
  });
});

describe("a long trail", () => {
  let url = "";
  beforeAll(async () => {
    ({ url } = await copyTemplate());
    await openDatabase(url);
    const cast = await loadCast();
    const told = (n: number) =>
      ({ action: "member.remove", subject: { type: "member", id: `m${n}`, version: 2 }, label: "M", change: { role: "lead" } }) as const;
    const many = asEvents(Array.from({ length: 1200 }, (_, n) => told(n)));
    await change({ ...as(cast.lead), chain: cast.assessment.id }, () => Promise.resolve({ result: null, event: many }));
    await closeDatabase();
  }, 30_000);

  it("is read in several batches", async () => {
    expect(await verifyTarget(url)).toMatchObject({ result: "intact", events: 1 + 7 + 5 + 1 + 1200, chains: 3, unsigned: 1214 });
  });
});
