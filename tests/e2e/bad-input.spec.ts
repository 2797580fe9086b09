import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { editor, open, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/sec-in-oda";
const hostile = `<script>alert(1)</script> ' " & \u202E end`;

let lead: Page;
let researcher: Page;

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
  researcher = await signedIn(browser, "researcher");
  for (const page of [lead, researcher])
    page.on("dialog", (dialog) => {
      throw new Error(`a script of the content ran: ${dialog.message()}`);
    });
});

test.afterAll(async () => {
  for (const page of [lead, researcher]) await page.context().close();
});

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved at" }).first();

/** The page of both texts: neither is lost; one's own is chosen and saved over theirs. */
async function chooseOwn(page: Page, theirs: string, mine: string) {
  await page.getByRole("button", { name: "Compare the two" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("was changed while you were writing");
  const choice = page.getByRole("group").filter({ has: page.getByRole("radio", { name: /^Yours/ }) });
  const card = (name: RegExp) => choice.locator("label").filter({ has: page.getByRole("radio", { name }) });
  await expect(card(/^Theirs/)).toContainText(theirs);
  await expect(card(/^Yours/)).toContainText(mine.split(",")[0] ?? mine);
  await choice.getByRole("radio", { name: /^Yours/ }).check();
  await send(page, page.getByRole("button", { name: /^Save version/ }).first());
}

test("two people write the same block: theirs and mine are both there, and mine is saved", async () => {
  const address = `${study}/sections/2.7/edit`;
  await open(researcher, address);
  await researcher.getByRole("button", { name: "Text", exact: true }).click();
  await expect(editor(researcher, "Words of text")).toBeVisible();
  await open(lead, address);
  await editor(lead, "Words of text").fill("Theirs, written by the lead.");
  await editor(lead, "Words of text").blur();
  await expect(saved(lead)).toBeVisible();
  await editor(researcher, "Words of text").fill("Mine, written by the researcher.");
  await editor(researcher, "Words of text").blur();
  await expect(researcher.getByText("Somebody else saved this while you were writing.")).toBeVisible();
  await chooseOwn(researcher, "Theirs, written by the lead", "Mine, written by the researcher");
  await open(lead, `${study}/sections/2.7`);
  await expect(lead.getByRole("article").getByText("Mine, written by the researcher.")).toBeVisible();
});

test("two people record the same answer: theirs and mine are both there, and mine is saved", async () => {
  await open(researcher, `${study}/interviews/new`);
  await researcher.getByRole("checkbox", { name: /^P2 / }).check();
  await researcher.getByLabel(/^Agreed with whom/).fill("The ministry");
  await researcher.getByLabel(/^Agreed on/).fill("01-03-2022");
  await researcher.getByRole("button", { name: "Plan interview" }).click();
  await expect(researcher).toHaveURL(/interviews\/I\d+/);
  const address = `${study}/interviews/${/I\d+/.exec(researcher.url())?.[0]}`;
  await open(researcher, address);
  await researcher.getByLabel("Day of the conversation").fill("15-03-2022");
  await researcher.getByRole("button", { name: "Mark as held" }).click();
  const record = (page: Page) => page.getByRole("textbox", { name: /^Record, in the third person/ }).first();
  await expect(record(researcher)).toBeVisible();
  for (const page of [lead, researcher]) {
    await open(page, address);
    await page.getByRole("radio", { name: "Asked", exact: true }).first().check();
  }
  await record(lead).fill("Theirs, heard by the lead.");
  await record(lead).blur();
  await expect(saved(lead)).toBeVisible();
  await record(researcher).fill("Mine, heard by the researcher.");
  await record(researcher).blur();
  await expect(researcher.getByText("Somebody else saved this while you were writing.")).toBeVisible();
  await chooseOwn(researcher, "Theirs, heard by the lead", "Mine, heard by the researcher");
  await open(lead, address);
  await expect(record(lead)).toHaveValue("Mine, heard by the researcher.");
});

test("a wrong file makes no study, and says what is wrong by line", async () => {
  const file = lead.getByLabel("File", { exact: true });
  await open(lead, "/assessments/new");
  await file.setInputFiles({
    name: "picture.yaml",
    mimeType: "image/png",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]),
  });
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByRole("alert")).toBeVisible();
  const wrong = readFileSync("tests/e2e/fixtures/bridges.yaml", "utf8")
    .replace("purpose:", "purpos:")
    .replace("scale: firmness,", "scale: firmnes,");
  await open(lead, "/assessments/new");
  await file.setInputFiles({ name: "wrong.yaml", mimeType: "text/yaml", buffer: Buffer.from(wrong) });
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByRole("alert").getByRole("link", { name: /^Line 8: .*purpos/ })).toBeVisible();
  await expect(lead.getByRole("button", { name: "Make the assessment" })).toHaveCount(0);
});

test("hostile text is shown as it was typed", async () => {
  await open(researcher, `${study}/sources/new`);
  await researcher.getByLabel("Kind", { exact: true }).selectOption({ label: "Report" });
  await researcher.getByLabel("Title", { exact: true }).fill(hostile);
  await researcher.getByRole("button", { name: "Add this source" }).click();
  await expect(researcher.getByRole("heading", { level: 1 })).toContainText(hostile);
  await open(researcher, `${study}/sections/2.7/edit`);
  await researcher.getByRole("button", { name: "Finding" }).click();
  await expect(editor(researcher, "Words of F")).toBeVisible();
  await editor(researcher, "Words of F").fill(hostile);
  await editor(researcher, "Words of F").blur();
  await expect(saved(researcher)).toBeVisible();
  await open(researcher, `${study}/sections/2.7`);
  await expect(researcher.getByRole("main")).toContainText(hostile);
});

test("an unknown study and one of others are the same: not found", async ({ browser }) => {
  const outsider = await signedIn(browser, "outsider");
  const told: string[] = [];
  for (const path of ["/assessments/no-such-study", study, `${study}/interviews/I1`]) {
    const response = await outsider.goto(path);
    expect(response?.status(), path).toBe(404);
    told.push((await outsider.getByRole("main").innerText()).replace(/[0-9a-f-]{36}/, "number"));
  }
  expect(new Set(told).size).toBe(1);
  await outsider.context().close();
});
