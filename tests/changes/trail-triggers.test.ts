import { beforeAll, describe, expect, it } from "vitest";
import { isTrailRefusal, uniqueViolation } from "~/platform/database-errors.server";
import { db } from "~/platform/db.server";
import { as, loadCast } from "../cast";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { rename, touch } from "../support/story";
import { verifyOpenDatabase } from "../support/verify";

useDatabase();
let chain: string;
let head: { seq: number; hash: string };
let eventId: string;

beforeAll(async () => {
  const cast = await loadCast();
  chain = cast.assessment.id;
  await rename(as(cast.lead), chain, "Title", 1);
  await touch(as(cast.lead), chain);
  head = await db.chainHead.findUniqueOrThrow({ where: { chain } });
  eventId = (await db.event.findUniqueOrThrow({ where: { chain_seq: { chain, seq: head.seq } } })).id;
  const statements = [
    `INSERT INTO "Erasure" ("chain", "seq", "part", "at") VALUES ('none', 1, 'by', '2026')`,
    `INSERT INTO "Checkpoint" ("n", "at", "body", "leaves", "keyId", "signature") VALUES (1, '', '', '', '', '')`,
    `INSERT INTO "AuditKey" ("id", "publicKey") VALUES ('k', '')`,
  ];
  for (const statement of statements) await rawWriter().$executeRawUnsafe(statement);
});

const columns = `("chain", "seq", "id", "at", "action", "byKind", "byId", "subjectType", "subjectId", "subjectVersion", "body", "hash")`;

/** An INSERT of an event that is right but for what is said. */
function forged(said: { verb?: string; chain?: string; seq?: number; id?: string; prev?: string; rest?: string }): string {
  const { verb = "INSERT", seq = head.seq + 1, id = "forged", prev = head.hash, rest = "" } = said;
  const body = JSON.stringify({ prev });
  return `${verb} INTO "Event" ${columns} VALUES ('${said.chain ?? chain}', ${seq}, '${id}', '', '', '', '', '', '', 1, '${body}', 'h') ${rest}`;
}

function detail(verb: string, seq: number, part: string): string {
  return `${verb} INTO "EventDetail" ("chain", "seq", "part", "salt", "body") VALUES ('${chain}', ${seq}, '${part}', '', '')`;
}

/** Attacks that both databases know. */
const attacks: [string, () => string][] = [
  ["alter an event", () => `UPDATE "Event" SET "at" = '2020' WHERE "chain" = '${chain}' AND "seq" = 2`],
  ["delete an event", () => `DELETE FROM "Event" WHERE "chain" = '${chain}' AND "seq" = ${head.seq}`],
  ["skip a number", () => forged({ seq: head.seq + 2 })],
  ["repeat a number", () => forged({ seq: head.seq })],
  ["chain to another event", () => forged({ prev: "00" })],
  ["write on no chain", () => forged({ chain: "none", seq: 1 })],
  ["repeat an id", () => forged({ id: eventId })],
  ["move a head without event", () => `UPDATE "ChainHead" SET "seq" = "seq" + 1 WHERE "chain" = '${chain}'`],
  ["give a head another hash", () => `UPDATE "ChainHead" SET "hash" = 'x' WHERE "chain" = '${chain}'`],
  ["set a head back", () => `UPDATE "ChainHead" SET "seq" = "seq" - 1 WHERE "chain" = '${chain}'`],
  ["rename a head", () => `UPDATE "ChainHead" SET "chain" = 'other' WHERE "chain" = '${chain}'`],
  ["delete a head", () => `DELETE FROM "ChainHead" WHERE "chain" = '${chain}'`],
  ["begin a chain at 5", () => `INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES ('other', 5, 'x')`],
  ["begin a chain again", () => `INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES ('${chain}', 0, 'x')`],
  ["alter a detail", () => `UPDATE "EventDetail" SET "body" = 'x' WHERE "chain" = '${chain}'`],
  ["delete a detail", () => `DELETE FROM "EventDetail" WHERE "chain" = '${chain}' AND "seq" = 1`],
  ["add a detail to an older event", () => detail("INSERT", 1, "more")],
  ["add a part that is there", () => detail("INSERT", head.seq, "by")],
  ["alter an erasure", () => `UPDATE "Erasure" SET "part" = 'label'`],
  ["delete an erasure", () => `DELETE FROM "Erasure"`],
  ["repeat an erasure", () => `INSERT INTO "Erasure" ("chain", "seq", "part", "at") VALUES ('none', 1, 'by', '2027')`],
  ["alter a checkpoint", () => `UPDATE "Checkpoint" SET "body" = 'x'`],
  ["delete a checkpoint", () => `DELETE FROM "Checkpoint"`],
  [
    "skip a checkpoint",
    () => `INSERT INTO "Checkpoint" ("n", "at", "body", "leaves", "keyId", "signature") VALUES (3, '', '', '', '', '')`,
  ],
  ["alter a key", () => `UPDATE "AuditKey" SET "publicKey" = 'x'`],
  ["delete a key", () => `DELETE FROM "AuditKey"`],
  ["repeat a key", () => `INSERT INTO "AuditKey" ("id", "publicKey") VALUES ('k', 'x')`],
  ["rename the installation", () => `UPDATE "Installation" SET "id" = 'x'`],
  ["delete the installation", () => `DELETE FROM "Installation"`],
  ["add an installation", () => `INSERT INTO "Installation" ("id") VALUES ('x')`],
];

/** Ways around that only one of them has. */
const ownAttacks: Record<typeof dialect, [string, () => string][]> = {
  sqlite: [
    ["replace an event by number", () => forged({ verb: "INSERT OR REPLACE", seq: head.seq })],
    ["replace an event by id", () => forged({ verb: "INSERT OR REPLACE", id: eventId })],
    ["replace a head", () => `INSERT OR REPLACE INTO "ChainHead" ("chain", "seq", "hash") VALUES ('${chain}', 0, 'x')`],
    ["replace a detail", () => detail("INSERT OR REPLACE", head.seq, "by")],
    ["replace an erasure", () => `INSERT OR REPLACE INTO "Erasure" ("chain", "seq", "part", "at") VALUES ('none', 1, 'by', 'x')`],
    [
      "replace a checkpoint",
      () => `INSERT OR REPLACE INTO "Checkpoint" ("n", "at", "body", "leaves", "keyId", "signature") VALUES (1, 'x', '', '', '', '')`,
    ],
    ["replace a key", () => `INSERT OR REPLACE INTO "AuditKey" ("id", "publicKey") VALUES ('k', 'x')`],
    ["update or replace an event", () => `UPDATE OR REPLACE "Event" SET "seq" = 1 WHERE "chain" = '${chain}' AND "seq" = 2`],
  ],
  postgresql: [
    ...["Event", "EventDetail", "ChainHead", "Erasure", "Checkpoint", "AuditKey", "Installation"].map((table): [string, () => string] => [
      `truncate ${table}`,
      () => `TRUNCATE "${table}"`,
    ]),
    [
      "update an event on conflict",
      () => forged({ seq: head.seq + 1, id: eventId, rest: `ON CONFLICT ("id") DO UPDATE SET "body" = 'x'` }),
    ],
    [
      "update a head on conflict",
      () => `INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES ('${chain}', 0, 'x') ON CONFLICT ("chain") DO UPDATE SET "hash" = 'x'`,
    ],
  ],
};

async function contentOf() {
  return [
    await db.installation.findMany(),
    await db.event.findMany(),
    await db.eventDetail.findMany(),
    await db.chainHead.findMany(),
    await db.erasure.findMany(),
    await db.checkpoint.findMany(),
    await db.auditKey.findMany(),
  ];
}

describe("the database itself refuses to", () => {
  it.each([...attacks, ...ownAttacks[dialect]])("%s", async (_, statement) => {
    const before = await contentOf();
    const error: unknown = await rawWriter()
      .$executeRawUnsafe(statement())
      .catch((thrown: unknown) => thrown);
    // On PostgreSQL a key that exists is refused by the key itself.
    const byKey = uniqueViolation(error) !== null || /duplicate key/u.test(String(error)) || /23505/u.test(JSON.stringify(error));
    expect(isTrailRefusal(error) || (dialect === "postgresql" && byKey)).toBe(true);
    expect(await contentOf()).toEqual(before);
  });

  it("and after all that the trail is intact", async () => {
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });

  it("but a detail goes when an erasure names it, and the verifier asks for the event that tells of it", async () => {
    await rawWriter().$executeRawUnsafe(`INSERT INTO "Erasure" ("chain", "seq", "part", "at") VALUES ('${chain}', 2, 'by', '2026')`);
    await rawWriter().$executeRawUnsafe(`DELETE FROM "EventDetail" WHERE "chain" = '${chain}' AND "seq" = 2 AND "part" = 'by'`);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "altered", chain, seq: 2, reason: "detail-missing" });
  });
});
