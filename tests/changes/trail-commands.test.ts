import Database from "better-sqlite3";
import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { sqliteFile } from "~/platform/migrate.server";
import { sha256 } from "~/platform/sha256.server";
import { verifyTarget } from "~/platform/trail-verify.server";
import { as, loadCast } from "../cast";
import { dialect, openFreshDatabase } from "../support/database";
import type { TestDatabase } from "../support/database";
import { rename } from "../support/story";

interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs a command as the operator does, on the test's database. */
function command(name: string, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, GRONDSLAG_DATA_DIR: made.dataDir, DATABASE_URL: made.url };
  return new Promise((resolve) => {
    const child = execFile("node_modules/.bin/tsx", [`commands/${name}.ts`, ...args], { env }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

let made: TestDatabase;
let chain: string;
let database: string; // what audit:verify is given
const file = (name: string) => join(made.dataDir, name);
const lastLine = (text: string) => text.trimEnd().split("\n").at(-1);

beforeAll(async () => {
  made = await openFreshDatabase();
  const cast = await loadCast();
  chain = cast.assessment.id;
  await rename(as(cast.lead), chain, "Titel met naam", 1);
  await closeDatabase();
  database = dialect === "sqlite" ? sqliteFile(made.url) : made.url;
});

describe("audit:verify", () => {
  it("says that a database is intact, and leaves the file and its folder as they were", async () => {
    const asFound = () => (dialect === "sqlite" ? [sha256(readFileSync(database)), ...readdirSync(made.dataDir)] : []);
    const before = asFound();
    const ran = await command("audit-verify", database);
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(lastLine(ran.out)).toBe("intact: 15 events in 3 chains; 15 since the last checkpoint");
    expect(asFound()).toEqual(before);
  }, 30_000);

  // A copy of a file: there is none to make of a server.
  if (dialect === "sqlite")
    it("names the event that was altered in a copy", async () => {
      const copy = file("tampered.sqlite");
      copyFileSync(database, copy);
      const tampered = new Database(copy);
      tampered.exec(
        `DROP TRIGGER "Event_no_update"; UPDATE "Event" SET "body" = replace("body", '2026', '2025') WHERE "chain" = '${chain}' AND "seq" = 3`,
      );
      tampered.close();
      const ran = await command("audit-verify", copy, "--json");
      expect(ran.code).toBe(1);
      const verdict = { result: "altered", chain, seq: 3, reason: "hash-mismatch", chains: 3, checkpoints: 0 };
      expect(JSON.parse(ran.out)).toMatchObject(verdict);
      expect(Object.keys(JSON.parse(ran.out) as object).sort()).toEqual([
        "chain",
        "chains",
        "checkpoints",
        "events",
        "reason",
        "result",
        "seq",
        "unsigned",
      ]);
      expect(lastLine((await command("audit-verify", copy)).out)).toBe(`altered: chain ${chain}, event 3: hash-mismatch`);
    }, 30_000);

  it.each([
    ["no argument", () => []],
    ["an unknown option", () => [database, "--recrods"]],
    ["a file that is something else", () => [file("letter.txt")]],
  ])(
    "exits 2 for %s",
    async (_, args) => {
      writeFileSync(file("letter.txt"), "Dear reader");
      const ran = await command("audit-verify", ...args());
      expect(ran.code).toBe(2);
      expect(`${ran.out}${ran.error}`).not.toContain("    at ");
      expect(lastLine(ran.out) ?? "").not.toContain("intact");
    },
    30_000,
  );

  it.each([
    ["no file", () => file("none.sqlite")],
    ["a database that isn't ours", () => file("other.sqlite")],
    ["a damaged database", () => file("damaged.sqlite")],
    ["a folder without an export", () => file(".")],
    ["a server that isn't there", () => "postgresql://nobody@127.0.0.1:1/none"],
  ])("can't read %s", async (_, target) => {
    new Database(file("other.sqlite")).exec("CREATE TABLE IF NOT EXISTS t (x)").close();
    writeFileSync(file("damaged.sqlite"), `SQLite format 3\0${"x".repeat(5000)}`);
    await expect(verifyTarget(target())).rejects.toThrow();
  });

  it("explains itself", async () => {
    const ran = await command("audit-verify", "--help");
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.out).toContain("Exit codes: 0 intact, 1 altered");
  }, 30_000);
});

describe("audit:export", () => {
  it("writes a folder that the verifier finds intact, and tampered with when it was", async () => {
    const out = file("export");
    expect(await command("audit-export", "--assessment", chain, "--out", out)).toMatchObject({ code: 0, error: "" });
    expect(readdirSync(out).sort()).toEqual(["README.txt", "details.jsonl", "events.jsonl", "manifest.json"]);
    expect((await command("audit-verify", out)).out).toContain("intact: 6 events in 1 chains");

    const lines = readFileSync(join(out, "events.jsonl"), "utf8").trimEnd().split("\n");
    const details = readFileSync(join(out, "details.jsonl"), "utf8");
    const verdictOn = async (events: string[], alsoDetails = details) => {
      writeFileSync(join(out, "events.jsonl"), events.map((line) => `${line}\n`).join(""));
      writeFileSync(join(out, "details.jsonl"), alsoDetails);
      const { seq, reason } = await verifyTarget(out);
      return { seq, reason };
    };
    const [first = "", second = "", third = "", ...rest] = lines;
    expect(await verdictOn([first, third, ...rest])).toEqual({ seq: 2, reason: "seq-gap" });
    expect(await verdictOn([first, third, second, ...rest])).toEqual({ seq: 2, reason: "seq-gap" });
    expect(await verdictOn([first, second, second, third, ...rest])).toEqual({ seq: 2, reason: "seq-duplicate" });
    expect(await verdictOn(lines.slice(0, -1))).toEqual({ seq: 6, reason: "truncated" });
    expect(await verdictOn([first, "not a line", third, ...rest])).toEqual({ seq: 2, reason: "hash-mismatch" });
    expect(await verdictOn(lines, details.replace("Noor Bakker", "Noor Bakkers"))).toEqual({ seq: 2, reason: "detail-mismatch" });
    expect(await verdictOn(lines, details.split("\n").slice(1).join("\n"))).toEqual({ seq: 1, reason: "detail-missing" });
    expect(await verdictOn(lines, `${details}\n`)).toMatchObject({ reason: "detail-unknown" });
    writeFileSync(join(out, "README.txt"), "other words");
    expect(await verdictOn(lines)).toEqual({ seq: null, reason: "manifest-mismatch" });
  }, 30_000);

  it("writes a zip without details that holds no name and no text", async () => {
    const out = file("export.zip");
    expect(await command("audit-export", "--assessment", chain, "--out", out, "--without-details", "--json")).toMatchObject({ code: 0 });
    expect((await command("audit-verify", out)).out).toContain("intact: 6 events");
    const { unzipSync } = await import("fflate");
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files).sort()).toEqual(["README.txt", "events.jsonl", "manifest.json"]);
    const all = Object.values(files)
      .map((bytes) => Buffer.from(bytes).toString("utf8"))
      .join();
    for (const word of ["Noor", "Lotte", "Titel", "cast-study"]) expect(all).not.toContain(word);
  }, 30_000);

  it.each([
    ["an unknown assessment", () => ["--assessment", "nothing", "--out", file("x")], "There is no assessment with the id nothing."],
    ["a file that exists", () => ["--assessment", chain, "--out", file(".")], "exists already."],
    ["no assessment named", () => ["--out", file("y")], "Say --assessment ID and --out FILE."],
  ])(
    "exits 2 for %s",
    async (_, args, sentence) => {
      const ran = await command("audit-export", ...args());
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.error).toContain(sentence);
    },
    30_000,
  );
});
