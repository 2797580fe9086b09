import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { pdfOf } from "../support/pdf";
import { open, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const source = "/assessments/sec-in-oda/sources/S01";
const main = (page: Page) => page.getByRole("main");
let page: Page;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "secondResearcher");
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});
test.afterAll(async () => {
  await page.context().close();
});

/** Adds a file to the source, and opens the page on which it is read. */
async function addPdf(name: string, buffer: Buffer) {
  await open(page, "/assessments/sec-in-oda/attachments/new?holder=source:S01");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "Add file" }).click();
  await expect(page).toHaveURL(/S01/);
  await page.getByRole("link", { name: new RegExp(`^Read the PDF ?: ${name}$`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read the PDF of S01");
}

test("words selected on a page become an excerpt with its number, and nothing in the file is run", async () => {
  await addPdf("Pumps.pdf", pdfOf([["A first page."], ["Four of five pumps were re-", "paired in 2019 (see table 3)."]]));
  await expect(main(page)).toContainText("A first page.");
  await page.getByRole("button", { name: "Take over what is selected" }).click();
  await expect(main(page)).toContainText("Select words on the page first.");
  await page.getByRole("button", { name: "Next page" }).click();
  const words = page.getByRole("group", { name: "Page 2" });
  await expect(words).toContainText("paired in 2019");
  await words.getByText("Four of five").click({ clickCount: 1 });
  await words.locator(".words").evaluate((layer) => document.getSelection()?.selectAllChildren(layer));
  await page.getByRole("button", { name: "Take over what is selected" }).click();
  await expect(page.getByLabel("Passage")).toHaveValue("Four of five pumps were repaired in 2019 (see table 3).");
  await expect(page.getByLabel("Passage")).toBeFocused();
  await expect(page.getByLabel(/^Place in the work/)).toHaveValue("p. 2");
  await send(page, page.getByRole("button", { name: "Add an excerpt" }));
  await expect(page.getByLabel("Passage")).toHaveValue("");
  await expect(page.getByRole("group", { name: "Page 2" })).toBeVisible();
  await page.goto(source);
  await expect(main(page)).toContainText("Four of five pumps were repaired in 2019 (see table 3).");
  expect(complaints).toEqual([]);
});

test("words are selected with the keys on a phone", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(source);
  await page.getByRole("link", { name: /^Read the PDF ?: Pumps\.pdf$/ }).click();
  await expect(main(page)).toContainText("A first page.");
  await page.getByText("Select with the keys").press("Enter");
  await page.getByLabel("Words of page 1").press("Control+a");
  await page.getByRole("button", { name: "Take over what is selected" }).press("Enter");
  await expect(page.getByLabel("Passage")).toHaveValue("A first page.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("a damaged file says that it can't be shown, and how to do it by hand; so does the page without script", async ({ browser }) => {
  await addPdf("Broken.pdf", Buffer.from("%PDF-1.4\nnothing more\n%%EOF\n"));
  await expect(main(page)).toContainText("This file can’t be shown here");
  await expect(main(page)).toContainText("Download the file and open it in a program of your own.");
  const plain = await signedIn(browser, "secondResearcher", "en", { javaScriptEnabled: false });
  await plain.goto(new URL(page.url()).pathname);
  await expect(main(plain)).toContainText("Download the file and open it in a program of your own.");
  await expect(plain.getByRole("link", { name: "Download file" })).toHaveAttribute("href", /attachments\/[0-9a-f-]{36}$/);
  await plain.getByLabel("Passage").fill("Typed by hand.");
  await plain.getByRole("button", { name: "Add an excerpt" }).click();
  await expect(main(plain)).toContainText(/\d+ excerpts?/);
  await plain.context().close();
});
