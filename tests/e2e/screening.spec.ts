import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const study = "/assessments/watervoorziening/sources";
const step = `${study}/screening/title-abstract`;
const publication = (of: string) => `TY  - JOUR\nAU  - Oosdam, Febe\nTI  - ${of}\nPY  - 2022\nAB  - A study of one city.\nER  - \n`;
const title = "Meters that nobody reads";
const listOf = (words: string) => `${study}/screening/list?q=${encodeURIComponent(words)}`;
const report = "Taps of the lower town";
const hidden = "A note that only its writer may read";

/** A number of the flow for what was found in databases and registers. */
async function numberOf(page: Page, box: string) {
  await page.goto(`${study}/flow`);
  const row = page.getByRole("row", { name: new RegExp(`^${box}`) });
  return Number(await row.getByRole("cell").first().innerText());
}

/** The numbers that a publication changes which is screened and left out. */
async function screenedAndExcluded(page: Page) {
  return {
    screened: await numberOf(page, "Screened by title and abstract"),
    excluded: await numberOf(page, "Excluded by title and abstract"),
  };
}

/** The code that the publication got, from the list of what is screened. */
async function codeOf(page: Page, of: string) {
  await open(page, listOf(of));
  return page
    .getByRole("row", { name: of })
    .getByText(/^S\d+$/)
    .innerText();
}

test("two people screen a publication blind, one without script and one by keys, differ, settle it, and the flow counts it", async ({
  browser,
}) => {
  const second = await signedIn(browser, "outsider");
  const first = await signedIn(browser, "secondReviewer", "en", { javaScriptEnabled: false });
  const before = await screenedAndExcluded(second);
  await second.goto(`${study}/import`);
  await second.getByLabel("Or paste the text").fill(publication(title));
  await second.getByRole("button", { name: "Read and compare" }).click();
  await second.getByRole("button", { name: "Save decisions and take over" }).click();
  await expect(second.getByText("1 source added")).toBeVisible();
  const code = await codeOf(second, title);

  // Others wait too, so each is led to this one.
  await first.goto(`${step}?source=${code}`);
  await expect(first.getByRole("heading", { name: title })).toBeVisible();
  await first.getByLabel("Reason to leave it out").selectOption({ label: "Other country" });
  await first.getByRole("textbox", { name: /^Note/ }).fill(hidden);
  await first.getByRole("button", { name: "Exclude" }).click();
  await expect(first.getByText(`You decided on ${code} in the screening.`)).toBeVisible();

  for (const path of [step, `${step}?source=${code}`, `${study}/screening`, `${study}/screening/conflicts`, `${study}/${code}`]) {
    await open(second, path);
    expect(await second.content()).not.toContain(hidden);
  }
  await open(second, listOf(title));
  const listed = second.getByRole("row", { name: new RegExp(code) });
  await expect(listed).toContainText("Waits for second screener");
  await expect(listed).not.toContainText("Other country");
  expect(await screenedAndExcluded(second)).toEqual(before);

  await open(second, `${step}?source=${code}`);
  await expect(second.getByRole("heading", { name: title })).toBeVisible();
  await second.locator("body").press("i");
  await expect(second.getByText(`You decided on ${code} in the screening.`)).toBeVisible();
  expect(await screenedAndExcluded(second)).toEqual(before);

  await first.goto(`${study}/screening/conflicts`);
  const sheet = first.locator(`#${code}`);
  await expect(sheet).toContainText(hidden);
  await sheet.getByRole("radio", { name: "Exclude" }).check();
  await sheet.getByLabel("Reason to leave it out").selectOption({ label: "Other country" });
  await sheet.getByRole("textbox", { name: "Why" }).fill("Read together: the city is not one of the three.");
  await sheet.getByRole("button", { name: "Settle" }).click();
  await expect(first.getByText("No two people differ.")).toBeVisible();
  expect(await screenedAndExcluded(second)).toEqual({ screened: before.screened + 1, excluded: before.excluded + 1 });
});

test("a report that was found on a website is obtained, read by two people and included", async ({ browser }) => {
  const second = await signedIn(browser, "outsider");
  const first = await signedIn(browser, "secondReviewer");
  await second.goto(`${study}/import`);
  await second.getByLabel("Or paste the text").fill(publication(report));
  await second.getByLabel("How found").selectOption({ label: "On a website" });
  await second.getByRole("button", { name: "Read and compare" }).click();
  await second.getByRole("button", { name: "Save decisions and take over" }).click();
  await expect(second.getByText("1 source added")).toBeVisible();
  const code = await codeOf(second, report);

  await open(second, `${study}/screening/retrieval?source=${code}`);
  await second.locator("body").press("r");
  await expect(second.getByText(`You decided on ${code} in the screening.`)).toBeVisible();
  for (const page of [first, second]) {
    await open(page, `${study}/screening/full-text?source=${code}`);
    await page.locator("body").press("i");
    await expect(page.getByText(`You decided on ${code} in the screening.`)).toBeVisible();
  }
  await open(second, listOf(report));
  await expect(second.getByRole("row", { name: report })).toContainText("Included");
  await open(second, `${study}/appraisal`);
  await expect(second.getByRole("heading", { name: report })).toBeVisible();
});
