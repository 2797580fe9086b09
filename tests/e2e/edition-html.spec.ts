import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { signedIn } from "./support/people";
import { findViolations } from "./support/walk";

for (const [language, width] of [
  ["nl", 320],
  ["en", 1440],
] as const) {
  test(`the HTML file of an edition in ${language}, opened from a disk, is accessible and fetches nothing`, async ({ browser }) => {
    const reader = await signedIn(browser, "commissioner");
    const answer = await reader.request.get(`/assessments/sec-in-oda/editions/1/files/${language}.html`);
    expect(answer.status()).toBe(200);
    const path = join(mkdtempSync(join(tmpdir(), "grondslag-html-")), "edition.html");
    writeFileSync(path, await answer.body());
    await reader.context().close();

    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    const address = pathToFileURL(path).href;
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`, "u"));
    expect(fetched.filter((url) => url !== address && !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await context.close();
  });
}
