import { expect, test, type Page } from "@playwright/test";
import { inLanguage, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/sec-in-oda";
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "secondResearcher", "en", { javaScriptEnabled: false });
});

test.afterAll(async () => {
  await page.context().close();
});

test("signing in leads to the page of one's own work", async () => {
  await expect(page).toHaveURL("/work");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a source is added, and an excerpt of it", async () => {
  await page.goto(`${study}/sources/new`);
  await page.getByLabel("Kind", { exact: true }).selectOption({ label: "Report" });
  await page.getByLabel("Title", { exact: true }).fill("Ports without script");
  await page.getByRole("button", { name: "Add this source" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ports without script");
  const form = page.getByRole("region", { name: "Add an excerpt" });
  await form.getByLabel("Passage").fill("Four of five ports saw dues rise.");
  await form.getByLabel(/^Place in the work/).fill("p. 12");
  await form.getByRole("button", { name: "Add an excerpt" }).click();
  await expect(page.getByText("Four of five ports saw dues rise.").first()).toBeVisible();
  await expect(page.getByRole("article", { name: /^S\d+:1$/ })).toContainText("p. 12");
});

test("a block of a section is added and saved", async () => {
  await page.goto(`${study}/sections/summary-en/edit`);
  const blocks = page.getByRole("textbox", { name: "Words of text" });
  const before = await blocks.count();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await expect(blocks).toHaveCount(before + 1);
  await blocks.last().fill("Written without script, with *one* word stressed.");
  await page.getByRole("button", { name: "Save text" }).last().click();
  await page.goto(`${study}/sections/summary-en`);
  await expect(page.getByText("Written without script, with one word stressed.")).toBeVisible();
});

test("an answer of an interview is saved", async () => {
  await page.goto(`${study}/interviewees/new`);
  await page.getByLabel("Kind of organisation").selectOption({ label: "Ministry" });
  await page.getByRole("button", { name: "Add an interviewee" }).click();
  const code = /P\d+$/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(`${study}/interviews/new`);
  await page.getByRole("checkbox", { name: new RegExp(`^${code} `) }).check();
  await page.getByLabel(/^Agreed with whom/).fill("The ministry");
  await page.getByLabel(/^Agreed on/).fill("01-03-2022");
  await page.getByRole("button", { name: "Plan interview" }).click();
  const interview = /I\d+/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(`${study}/interviews/${interview}`);
  await page.getByLabel("Day of the conversation").fill("15-03-2022");
  await page.getByRole("button", { name: "Mark as held" }).click();
  const answer = page.getByRole("form", { name: new RegExp(`^Answer ${interview}:`) }).first();
  await answer.getByRole("radio", { name: "Asked", exact: true }).check();
  await answer.getByLabel(/^Record, in the third person/).fill("Said without script.");
  await answer.getByRole("button", { name: /^Save answer/ }).click();
  await page.goto(`${study}/interviews/${interview}`);
  await page.locator("[data-question] summary").first().click(); // what was answered is folded away
  await expect(answer.getByLabel(/^Record, in the third person/)).toHaveValue("Said without script.");
});

test("the language is changed and stays changed", async () => {
  await page.goto("/work");
  await inLanguage(page, "nl");
  await page.goto(`${study}/sources`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bronnen");
  await inLanguage(page, "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources");
});
