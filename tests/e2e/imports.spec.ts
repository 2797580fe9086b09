import { expect, test } from "@playwright/test";
import { open, signedIn } from "./support/people";

const record = (title: string, more = "") => `TY  - JOUR\nAU  - Visser, Anna\nTI  - ${title}\nPY  - 2021\n${more}ER  - \n\n`;
const first = record("Payment of clinics along the northern river") + record("A harbour without cranes or ships");
const second = first + record("Payment of clinics along the southern river");
const sources = "/assessments/watervoorziening/sources";

test("references are pasted and sent as a file, decided on and taken over without script, and nothing comes twice", async ({ browser }) => {
  const page = await signedIn(browser, "outsider", "en", { javaScriptEnabled: false });

  await page.goto(`${sources}/import`);
  await page.getByLabel("Or paste the text").fill(first);
  await page.getByRole("button", { name: "Read and compare" }).click();
  await page.getByRole("button", { name: "Save decisions and take over" }).click();
  await expect(page.getByText("2 sources added")).toBeVisible();

  await page.goto(`${sources}/import`);
  const file = {
    name: "rivers.ris",
    mimeType: "application/x-research-info-systems",
    buffer: Buffer.from(second.replaceAll("\n", "\r\n")),
  };
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Read and compare" }).click();
  await expect(page.getByText("1 record is still to be decided.")).toBeVisible();
  await page.getByRole("link", { name: "Show what is to be decided" }).click();
  await page.getByLabel("Decision on record 3").selectOption({ label: "Skip" });
  await page.getByRole("button", { name: "Save decisions", exact: true }).click();
  await page.getByLabel("Decision on record 3").selectOption({ label: "Add as a new source" });
  await page.getByRole("button", { name: "Save decisions and take over" }).click();
  await expect(page.getByText("1 source added")).toBeVisible();

  await page.goto(`${sources}/import`);
  await page.getByLabel("File").setInputFiles(file);
  await page.getByRole("button", { name: "Read and compare" }).click();
  await page.getByRole("button", { name: "Save decisions and take over" }).click();
  await expect(page.getByText("0 sources added")).toBeVisible();
  await page.goto(`${sources}?q=river`);
  await expect(page.getByRole("link", { name: /along the (northern|southern) river/ })).toHaveCount(2);
});

test("what was decided on an import while somebody else decided comes back, and is saved beside it", async ({ browser }) => {
  const first = await signedIn(browser, "outsider");
  const second = await signedIn(browser, "secondReviewer");
  await open(first, `${sources}/import`);
  await first.getByLabel("Or paste the text").fill(record("Bells above the market") + record("Lanterns under the bridge"));
  await first.getByRole("button", { name: "Read and compare" }).click();
  await expect(first).toHaveURL(/imports\/\d+$/);
  await open(second, new URL(first.url()).pathname);
  await second.getByLabel("Decision on record 2").selectOption({ label: "Skip" });

  await first.getByLabel("Decision on record 1").selectOption({ label: "Skip" });
  await first.getByRole("button", { name: "Save decisions", exact: true }).click();
  await expect(first.getByText("As decided: add 1,")).toBeVisible();

  await second.getByRole("button", { name: "Save decisions", exact: true }).click();
  await expect(second.getByText(/changed this import meanwhile/)).toBeVisible();
  await expect(second.getByLabel("Decision on record 1")).toHaveValue("1:skip");
  await expect(second.getByLabel("Decision on record 2")).toHaveValue("2:skip");
  await expect(second.getByText("As decided: add 1,")).toBeVisible();
  await second.getByRole("button", { name: "Save decisions", exact: true }).click();
  await expect(second.getByText("As decided: add 0,")).toBeVisible();
});
