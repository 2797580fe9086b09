import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { askForDraft } from "./support/editions";
import { makeOwnServer, openOwnStudy } from "./support/own-server";
import { open } from "./support/people";

const server = makeOwnServer(Number(process.env["GRONDSLAG_E2E_PORT"] ?? 4199) + 101);
const study = "/assessments/killed";
const patience = { timeout: 120_000 };
let page: Page;

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

test.beforeAll(async ({ browser }) => {
  await server.start();
  page = await openOwnStudy(browser, server, "killed");
});

test.afterAll(async () => {
  await page.context().close();
  await server.remove();
});

/** What the database says, read beside the server. */
function ask<Row>(sql: string): Row[] {
  const database = new Database(server.database, { readonly: true });
  // The tests name the columns that they read.
  const rows = database.prepare(sql).all() as Row[];
  database.close();
  return rows;
}

const newest = () => ask<{ parts: string; tries: number }>('SELECT "parts", "tries" FROM "CompileJob" ORDER BY "askedAt" DESC LIMIT 1')[0];
const compiled = () => ask<{ n: number }>(`SELECT count(*) AS n FROM "Event" WHERE "action" = 'edition.compile'`)[0]?.n;

const unfinished = () => readdirSync(join(server.files, "incoming"));

/** Kills the server once a file of the newest draft is written for so manieth time, and starts it again. */
async function killWhileWriting(tries: number) {
  const isWriting = () => newest()?.tries === tries && newest()?.parts.includes('"write"') && unfinished().length > 0;
  await expect.poll(isWriting, { ...patience, intervals: [20] }).toBe(true);
  await server.kill();
  expect(unfinished()).not.toEqual([]);
  await server.start();
}

const nothingHalf = () => expect.poll(unfinished, patience).toEqual([]);

test("a draft whose server is killed while it is written is made by the next, once", async () => {
  await open(page, `${study}/editions/new`);
  await askForDraft(page);
  await expect(page).toHaveURL(/\/editions\/jobs\/[0-9a-f-]+$/);
  await killWhileWriting(1);
  await page.reload();
  await expect(page.getByRole("link", { name: "Open draft 1 of edition 1" })).toBeVisible(patience);
  expect(compiled()).toBe(1);
  await nothingHalf();
});

test("a draft whose server is killed twice is said to have failed and why, and the earlier one stays", async () => {
  await open(page, `${study}/editions/new`);
  await page.getByLabel("final", { exact: false }).first().check();
  await askForDraft(page);
  await expect(page).toHaveURL(/\/editions\/jobs\/[0-9a-f-]+$/);
  await killWhileWriting(1);
  await killWhileWriting(2);
  await page.reload();
  await expect(page.getByText("The server stopped twice while it was making this draft.", { exact: false })).toBeVisible(patience);
  await expect(page.getByRole("link", { name: "Compile again" })).toBeVisible();
  expect(compiled()).toBe(1);
  await nothingHalf();
  await open(page, `${study}/editions`);
  await expect(page.getByRole("link", { name: /^Edition 1, draft \d+$/ })).toHaveCount(1);
  const verified = spawnSync("npx", ["tsx", "commands/audit-verify.ts", server.database], { encoding: "utf8" });
  expect(verified.stdout).toContain("intact");
});
