import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const study = "/assessments/watervoorziening";
let page: Page;
/** The same person without script: what she is told comes from the server. */
let plain: Page;
const sent: string[] = [];

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  page = await signedIn(browser, "outsider");
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  plain = await context.newPage();
  page.on("request", (request) => request.method() === "POST" && sent.push(request.postData() ?? ""));
});

test.afterAll(async () => {
  await plain.context().close();
  await page.context().close();
});

/** What is told at a field: the text that its control is described by. */
async function toldAt(control: Locator): Promise<string> {
  await expect(control).toHaveAttribute("aria-invalid", "true");
  const id = (await control.getAttribute("aria-describedby"))?.split(" ").find((one) => one.endsWith("-error"));
  return control.page().locator(`[id="${id}"]`).innerText();
}

test("a number of the protocol that is none is told when the field is left, is not sent, and saves once it is put right", async () => {
  const [planned, unscripted] = [page, plain].map((one) => one.getByRole("textbox", { name: "Planned" }));
  if (!planned || !unscripted) throw new Error("The form has no such field");
  await plain.goto(`${study}/questions/3a/answer`);
  await unscripted.fill("many");
  await plain.locator("form", { has: unscripted }).getByRole("button").click();
  const words = await toldAt(unscripted);

  await open(page, `${study}/questions/3a/answer`);
  await planned.fill("many");
  await planned.blur();
  expect(await toldAt(planned)).toBe(words);
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toBeVisible();
  expect(sent).toEqual([]);

  await planned.fill("28600");
  await expect(planned).not.toHaveAttribute("aria-invalid");
  await expect(page.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();
  await open(page, `${study}/questions/3a/answer`);
  await expect(planned).toHaveValue(/^28[,.]?600$/);
});

test("a form with something wrong is not sent, goes to what is said of it, and is sent once it is put right", async () => {
  const [name, unscripted] = [page, plain].map((one) => one.getByRole("textbox", { name: "Name", exact: true }));
  if (!name || !unscripted) throw new Error("The form has no such field");
  await plain.goto(`${study}/actors/new`);
  await plain.getByRole("button", { name: "Add this actor" }).click();
  const words = await toldAt(unscripted);

  await open(page, `${study}/actors/new`);
  sent.length = 0;
  await page.getByRole("textbox", { name: "Website" }).fill("example.org");
  await page.getByRole("button", { name: "Add this actor" }).click();
  expect(await toldAt(name)).toBe(words);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  const lines = ["Name: fill this in", "Website: write an address that begins with https://"];
  expect(words).toBe("Fill this in");
  await expect(plain.getByRole("alert").getByRole("link")).toHaveText(lines.slice(0, 1));
  await expect(summary.getByRole("link")).toHaveText(lines);
  expect(sent).toEqual([]);

  await name.fill("Harbour pilots");
  await expect(summary.getByRole("link")).toHaveText(lines.slice(1));
  await page.getByRole("textbox", { name: "Website" }).fill("https://example.org");
  await expect(summary).toHaveCount(0);
  await page.getByRole("button", { name: "Add this actor" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour pilots");
});
