import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { sqliteFile } from "~/platform/migrate.server";
import { loadCast } from "../cast";
import { dialect, openFreshDatabase, type TestDatabase } from "../support/database";
import { givenDraft } from "../support/edition-scene";
import { givenInReview, givenSections } from "../support/section-scene";

let made: TestDatabase;
let database: string;
let file: Uint8Array;
let chain: string;
const path = (name: string) => join(made.dataDir, name);

function run(name: string, ...args: string[]): Promise<{ code: number; lines: string[]; error: string }> {
  const env = { ...process.env, GRONDSLAG_DATA_DIR: made.dataDir, DATABASE_URL: made.url };
  return new Promise((resolve) => {
    const child = execFile("node_modules/.bin/tsx", [`commands/${name}.ts`, ...args], { env }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, lines: out.trimEnd().split("\n"), error }),
    );
  });
}

beforeAll(async () => {
  made = await openFreshDatabase();
  const cast = await loadCast();
  chain = cast.assessment.id;
  await givenInReview(cast, await givenSections(cast));
  const draft = await givenDraft(cast);
  const dutch = draft.files.find(({ language, format }) => language === "nl" && format === "docx");
  file = await readStoredBytes(dutch?.sha256 ?? "");
  await closeDatabase();
  database = dialect === "sqlite" ? sqliteFile(made.url) : made.url;
  writeFileSync(path("sent.docx"), file);
}, 60_000);

/** The file with a change in a part, as somebody who edits the package by hand leaves it. */
function altered(name: string, part: string, change: (xml: string) => string): string {
  const parts = unzipSync(file);
  writeFileSync(path(name), zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) }));
  return path(name);
}

describe("edition:verify", () => {
  it("finds all unchanged, and that the edition was compiled in this database", async () => {
    const { code, lines, error } = await run("edition-verify", path("sent.docx"), "--against", database);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(lines[1]).toMatch(/^trail: intact, \d+ events$/u);
    expect(lines[2]).toBe("origin: compiled there, and the file tells what was recorded");
    expect(lines.at(-1)).toMatch(/^unchanged: all \d+ statements$/u);
  }, 60_000);

  it("finds the same in an export of the trail, and asks for one with details", async () => {
    await run("audit-export", "--assessment", chain, "--out", path("export.zip"));
    expect((await run("edition-verify", path("sent.docx"), "--against", path("export.zip"))).lines[2]).toBe(
      "origin: compiled there, and the file tells what was recorded",
    );
    await run("audit-export", "--assessment", chain, "--out", path("bare.zip"), "--without-details");
    const bare = await run("edition-verify", path("sent.docx"), "--against", path("bare.zip"));
    expect(bare).toMatchObject({ code: 2, error: "An export without details tells nothing of editions.\n" });
  }, 60_000);

  it("isn't taken in by a file in which both the words and what it says of them were changed", async () => {
    const parts = unzipSync(file);
    const item = strFromU8(parts["customXml/item1.xml"] ?? new Uint8Array());
    const first = /prov:value&quot;:&quot;([^&]{8})/u.exec(item)?.[1] ?? "";
    const both = { ...parts };
    for (const part of ["customXml/item1.xml", "word/document.xml"])
      both[part] = strToU8(strFromU8(parts[part] ?? new Uint8Array()).replace(first, first.toUpperCase()));
    writeFileSync(path("forged.docx"), zipSync(both));
    expect((await run("edition-verify", path("forged.docx"))).code).toBe(0);
    const { code, lines } = await run("edition-verify", path("forged.docx"), "--against", database);
    expect(code).toBe(1);
    expect(lines[2]).toBe("origin: compiled there, but the file tells something else of it than was recorded");
    expect(lines.filter((line) => line.endsWith(": changed in the file"))).toHaveLength(1);
  }, 60_000);

  it("doesn't know an edition of another installation", async () => {
    const other = altered("other.docx", "customXml/item1.xml", (xml) =>
      xml.replace(/(sha256&quot;:&quot;)[0-9a-f]{64}/u, `$1${"0".repeat(64)}`),
    );
    const { code, lines } = await run("edition-verify", other, "--against", database, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ origin: { compiled: false, edition: null } });
  }, 60_000);

  it("says in one sentence that a file can't be read", async () => {
    writeFileSync(path("no.docx"), "hello");
    expect(await run("edition-verify", path("no.docx"))).toMatchObject({
      code: 2,
      error: "This is no DOCX, ODT, PDF or HTML file of an edition, or it is damaged.\n",
    });
  }, 60_000);
});
