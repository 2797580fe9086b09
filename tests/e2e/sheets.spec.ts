import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { workbook } from "../support/sheet-files";
import { open, people, signedIn } from "./support/people";
import { seenBodies } from "./support/seen-bodies";

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

const slug = `sheets-${Date.now()}`;
const study = `/assessments/${slug}`;
let lead: Page;

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
});
test.afterAll(() => lead.context().close());

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Two rows of heads, cells that are merged, a formula, decimal commas, and a value that is no number. */
const actors = workbook([
  { name: "Notes", rows: [["Made by the secretariat"]] },
  {
    name: "Organisations",
    rows: [
      ["Organisation", null, "Figures", null],
      ["Name", "Kind", "Staff (posts) 2022", "Funded by"],
      ["Pumps of Veldmark", "Utility", { formula: "12+0.5", value: 12.5 }, "Water Fund"],
      ["Wells Cooperative", null, "forty", "Water Fund"],
      ["Water Fund", "Fund", "3,5", null],
    ],
    merged: ["A1:B1", "C1:D1", "B3:B4"],
  },
]);

test("the lead makes a study with two raters", async () => {
  await open(lead, "/assessments/new");
  await lead.getByLabel("File", { exact: true }).setInputFiles("protocols/evaluation-oecd-dac.yaml");
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Check the protocol file");
  await lead.getByLabel("Address").fill(slug);
  await lead.getByRole("button", { name: "Make the assessment" }).click();
  await expect(lead).toHaveURL(study);
  for (const email of [people.researcher, people.secondResearcher]) {
    await open(lead, `${study}/team`);
    await lead.getByLabel("Mail address").fill(email);
    await lead.getByRole("radio", { name: /^Researcher/ }).check();
    await lead.getByRole("button", { name: "Add a person" }).click();
    await expect(lead.getByRole("cell", { name: email })).toBeVisible();
  }
});

test("actors are taken over from a workbook without script: sheet, heads, columns, an error mended in place", async ({ browser }) => {
  const page = await signedIn(browser, "researcher", "en", { javaScriptEnabled: false });
  await page.goto(`${study}/actors/import`);
  await page.getByLabel("Spreadsheet", { exact: true }).setInputFiles({ name: "actors.xlsx", mimeType: xlsx, buffer: Buffer.from(actors) });
  await page.getByRole("button", { name: "Read the spreadsheet" }).click();
  await expect(page).toHaveURL(/actors\/imports\/1$/);

  await page.getByLabel("Sheet", { exact: true }).selectOption("Organisations");
  await page.getByRole("button", { name: "Read it so" }).click();
  await expect(page.getByLabel("Row with the heads of the columns")).toHaveValue("1");
  await expect(page.getByText("1 cell holds a formula")).toBeVisible();
  await expect(page.getByLabel("What column C (Staff (posts) 2022) holds")).toHaveValue("fact:staff");
  await page.getByLabel("What column D (Funded by) holds").selectOption({ label: "Is funded by" });
  await page.getByLabel(/Fill the merged cells/).check();
  await page.getByRole("button", { name: "Compare with what is there" }).click();

  await expect(page.getByText("3 rows: 2 new, 1 with an error")).toBeVisible();
  await expect(page.getByText("Column C (Staff (posts) 2022): ‘forty’ is no number.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download them as CSV" }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain("Wells Cooperative");
  await page.getByLabel("Row 4, column C (Staff (posts) 2022)").fill("40");
  await page.getByRole("button", { name: "Save this page" }).click();
  await expect(page.getByText("3 rows: 3 new")).toBeVisible();
  await page.getByRole("button", { name: "Take over 3 rows" }).click();
  await expect(page.getByText("3 added, 0 changed, 0 left out.")).toBeVisible();

  await page.goto(`${study}/actors/O2`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Wells Cooperative");
  await expect(page.getByText("40 full-time posts").first()).toBeVisible();
  await expect(page.getByText("Water Fund").first()).toBeVisible();
  await page.context().close();
});

test("a rater fills her ratings in in a spreadsheet, and nobody else sees the file or what is in it", async ({ browser }) => {
  await open(lead, `${study}/actors/rounds`);
  await lead.getByLabel("Name (EN)").fill("Spring");
  await lead.getByLabel("Name (NL)").fill("Lente");
  for (const name of ["Ruben Onderzoeker", "Sanne Onderzoeker"]) await lead.getByRole("group", { name: "Raters" }).getByLabel(name).check();
  await lead.getByRole("button", { name: "Open the round" }).click();
  await expect(lead.getByRole("region", { name: "Round 1: Spring" })).toContainText("0 of 2");

  const page = await signedIn(browser, "researcher");
  await open(page, `${study}/actors/O1/rate?round=1`);
  await page.getByRole("link", { name: "In a spreadsheet" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const rows = text.trim().split("\r\n");
  expect(rows[0]).toContain("Code,Name,Criterion,Definition,Allowed values,Value,Justification,Own expertise,Grounds (codes)");
  expect(rows.some((row) => row.startsWith("O3,Water Fund,"))).toBe(true);

  const filled =
    "Code,Criterion,Value,Justification\nO1,K1,4 Full,Hoopoe bird says so.\nO1,K4,7.5,Half a mark\nO2,Coherence,Parallel,\nO9,K1,4 Full,\n";
  await page
    .getByLabel("Spreadsheet", { exact: true })
    .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(filled) });
  await page.getByRole("button", { name: "Read the spreadsheet" }).click();
  await page.getByRole("button", { name: "Compare with what is there" }).click();
  await expect(page.getByText("‘O9’ is nothing that is judged in this round")).toBeVisible();
  await expect(page.getByText(/‘7.5’ is not on the scale: 1–10; Cannot judge/)).toBeVisible();
  await page.getByLabel("Row 3, column C (Value)").fill("7");
  await page.getByRole("button", { name: "Save this page" }).click();
  await page.getByRole("button", { name: "Take over 3 rows" }).click();
  await expect(page.getByText(/3 added, 0 changed/)).toBeVisible();
  const here = new URL(page.url()).pathname;
  await open(page, `${study}/actors/O1/rate?round=1`);
  await expect(page.getByText("Hoopoe bird says so.")).toBeVisible();

  const other = await signedIn(browser, "secondResearcher");
  for (const one of [lead, other]) {
    const bodies = seenBodies(one);
    for (const path of [here, `${here}/errors`]) expect((await one.request.get(path)).status()).toBe(404);
    for (const path of ["/actors", "/actors/O1", "/actors/rounds", "/actors/imports", "/trail", "/search?q=hoopoe"])
      await one.goto(study + path);
    expect(await bodies.withText("Hoopoe")).toEqual([]);
    expect(await bodies.withText("mine.csv")).toEqual([]);
  }
  await other.context().close();
  await page.context().close();
});
