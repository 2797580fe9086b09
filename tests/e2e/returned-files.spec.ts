import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { withPart } from "../support/returned-file";
import { open, signedIn } from "./support/people";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const list = "/assessments/sec-in-oda/editions/returned";

test("a file that came back is read, shown and taken over without script; one of elsewhere is refused where it was sent", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, "lead", "en", { javaScriptEnabled: false });
  await page.goto("/assessments/sec-in-oda/editions/1");
  await expect(page.getByRole("link", { name: "Take over a returned file" })).toHaveAttribute("href", `${list}?edition=1`);
  const sent = await page.request.get("/assessments/sec-in-oda/editions/1/files/nl.docx");
  const body = new Uint8Array(await sent.body());
  const marked = /(<w:bookmarkStart[^>]*w:name="F5"[^>]*\/>(?:(?!<\/w:p>).)*?<w:tab\/><\/w:r><w:r>(?:(?!<w:t[ >]).)*<w:t[^>]*>)/u;
  const edited = withPart(body, "word/document.xml", (xml) => xml.replace(marked, "$1Surely: "));
  const elsewhere = withPart(body, "customXml/item1.xml", (xml) => xml.replaceAll(/[0-9a-f]{64}/gu, "0".repeat(64)));
  const send = async (name: string, bytes: Uint8Array) => {
    await page.goto(`${list}?edition=1`);
    await page.getByLabel("Word file", { exact: true }).setInputFiles({ name, mimeType: docx, buffer: Buffer.from(bytes) });
    await page.getByRole("button", { name: "Read the file" }).click();
  };
  await send("elsewhere.docx", elsewhere);
  await expect(page.getByText("it comes from another study or another installation").first()).toBeVisible();
  await send("from Jan.docx", edited);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Returned file \d+/u);
  await expect(page.locator("ins")).toContainText("Surely:");
  await page.getByRole("button", { name: "Take over what is ticked" }).click();
  await expect(page.getByText("Everything has been dealt with.")).toBeVisible();
  await page.getByRole("link", { name: "To the suggestion" }).click();
  await expect(page.getByText("in a returned file")).toBeVisible();
  await page.context().close();
});

test("the page is for everyone, at any width", async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await signedIn(browser, "lead", "en");
  await open(page, list);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.context().close();
});
