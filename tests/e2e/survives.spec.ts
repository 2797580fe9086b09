import { spawnSync } from "node:child_process";
import { expect, test, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { makeOwnServer, openOwnStudy, signInOnOwn } from "./support/own-server";
import { open } from "./support/people";

const server = makeOwnServer(Number(process.env["GRONDSLAG_E2E_PORT"] ?? 4199) + 100);
const study = "/assessments/survives";
let page: Page;

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

test.beforeAll(async ({ browser }) => {
  await server.start();
  page = await openOwnStudy(browser, server, "survives");
});

test.afterAll(async () => {
  await page.context().close();
  await server.remove();
});

/** Every session ends, as it does by itself after twelve hours. */
function endSessions() {
  const database = new Database(server.database);
  database.prepare("UPDATE Session SET expiresAt = '2020-01-01T00:00:00.000+00:00'").run();
  database.close();
}

test("a form that was sent after the session had ended comes back filled, and is saved", async () => {
  await open(page, `${study}/sources/new`);
  await page.getByLabel("Kind", { exact: true }).selectOption({ label: "Report" });
  await page.getByLabel("Title", { exact: true }).fill("Typed before the session ended");
  endSessions();
  await page.getByRole("button", { name: "Add this source" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await signInOnOwn(page);
  await expect(page).toHaveURL(/sources\/new\?parked=/);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Typed before the session ended");
  await expect(page.getByLabel("Kind", { exact: true })).toHaveValue("report");
  await page.getByRole("button", { name: "Add this source" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Typed before the session ended");
});

test("a server that was killed between save and answer has lost nothing, and its trail is whole", async () => {
  await open(page, `${study}/questions/3a/answer`);
  const planned = page.getByRole("textbox", { name: /Planned/ });
  const posted = page.waitForRequest((request) => request.method() === "POST" && request.headers()["x-autosave"] === "1");
  await planned.fill("4200");
  await planned.blur();
  await posted;
  await server.kill();
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /Saved at|Kept on this device/ })
      .first(),
  ).toBeVisible();
  const verified = spawnSync("npx", ["tsx", "commands/audit-verify.ts", server.database], { encoding: "utf8" });
  expect(verified.stdout).toContain("intact");
  expect(verified.status).toBe(0);
  await server.start();
  await open(page, `${study}/questions/3a/answer`);
  const restore = page.getByRole("button", { name: "Put it in the form" });
  await expect(restore.or(page.getByText("1 of 2 filled in")).first()).toBeVisible();
  if (await restore.isVisible()) await restore.click();
  await expect(planned).toHaveValue(/^4[,.]?200$/);
});
