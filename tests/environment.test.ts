import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadSecret, readSettings, SettingProblem } from "~/platform/environment.server";
import { holdLock } from "~/platform/lock.server";
import { migrate } from "~/platform/migrate.server";

const folder = mkdtempSync(join(tmpdir(), "grondslag-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the settings", () => {
  it("have the defaults that the manual says", () => {
    expect(readSettings({})).toEqual({
      ...{ port: 3000, host: "127.0.0.1", origin: "http://localhost:3000", trustProxy: 0, rateLimits: "normal", logLevel: "info" },
      ...{ dataDir: join(process.cwd(), "data"), databaseUrl: `file:${join(process.cwd(), "data/grondslag.sqlite")}` },
      ...{ secretFile: join(process.cwd(), "data/secret"), production: false, smtpUrl: null, mailFrom: "Grondslag <grondslag@localhost>" },
    });
  });

  it("follow what is set, and take an empty one as not set", () => {
    const given = { PORT: "8080", HOST: "", GRONDSLAG_DATA_DIR: "/var/grondslag", GRONDSLAG_TRUST_PROXY: "1", GRONDSLAG_LOG_LEVEL: "warn" };
    expect(readSettings(given)).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      origin: "http://localhost:8080",
      trustProxy: 1,
      logLevel: "warn",
    });
    expect(readSettings(given).databaseUrl).toBe("file:/var/grondslag/grondslag.sqlite");
    expect(readSettings({ GRONDSLAG_ORIGIN: "https://grondslag.example.org/" }).origin).toBe("https://grondslag.example.org");
    expect(readSettings({ GRONDSLAG_ORIGIN: "http://127.0.0.1:4000", GRONDSLAG_RATE_LIMITS: "test" }).rateLimits).toBe("test");
  });

  it.each([
    ["PORT", { PORT: "eighty" }],
    ["PORT", { PORT: "70000" }],
    ["PORT", { PORT: "-1" }],
    ["GRONDSLAG_ORIGIN", { GRONDSLAG_ORIGIN: "grondslag.example.org" }],
    ["GRONDSLAG_ORIGIN", { GRONDSLAG_ORIGIN: "http://grondslag.example.org" }],
    ["GRONDSLAG_ORIGIN", { GRONDSLAG_ORIGIN: "https://grondslag.example.org/app" }],
    ["GRONDSLAG_ORIGIN", { GRONDSLAG_ORIGIN: "ftp://localhost" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/x" }],
    ["GRONDSLAG_TRUST_PROXY", { GRONDSLAG_TRUST_PROXY: "yes" }],
    ["GRONDSLAG_RATE_LIMITS", { GRONDSLAG_RATE_LIMITS: "off" }],
    ["GRONDSLAG_RATE_LIMITS", { GRONDSLAG_RATE_LIMITS: "test", GRONDSLAG_ORIGIN: "https://grondslag.example.org" }],
    ["GRONDSLAG_LOG_LEVEL", { GRONDSLAG_LOG_LEVEL: "loud" }],
  ])("stop the start with one sentence that names %s when it is %o", (name, given) => {
    expect(() => readSettings(given)).toThrow(SettingProblem);
    expect(() => readSettings(given)).toThrow(new RegExp(`^${name} .*[.]$`, "u"));
  });

  it("are named also when a folder or a database can't be used", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "not a database, and long enough to be read as the start of one".repeat(20));
    const at = new Date("2026-09-01T08:00:00.000Z");
    expect(() => holdLock(join(file, "data"))).toThrow(/^GRONDSLAG_DATA_DIR /u);
    await expect(migrate({ url: `file:${file}`, dataDir: folder, at })).rejects.toThrow(/^DATABASE_URL .*SQLITE_NOTADB/u);
    await expect(migrate({ url: "postgresql://nobody@127.0.0.1:1/x", dataDir: folder, at })).rejects.toThrow(
      /^DATABASE_URL .*ECONNREFUSED/u,
    );
  });
});

describe("the secret", () => {
  it("is made at the first start, for this user only, and read at the next", () => {
    const file = join(folder, "made/secret");
    const secret = loadSecret(file);
    expect(secret).toHaveLength(64);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).equals(secret)).toBe(true);
  });

  it("is refused when it is short, or can't be made", () => {
    const short = join(folder, "short");
    writeFileSync(short, "x".repeat(31));
    expect(() => loadSecret(short)).toThrow("GRONDSLAG_SECRET_FILE must hold at least 32 bytes.");
    expect(() => loadSecret(join(short, "below-a-file"))).toThrow(/^GRONDSLAG_SECRET_FILE isn't there/u);
  });
});
