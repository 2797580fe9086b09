import { expect, test } from "@playwright/test";
import { open, signedIn } from "./support/people";

const ranking = "/assessments/sec-in-oda/actors/ranking";

test("a reviewer sees who comes first, how far that would tip, and takes the picture along", async ({ browser }) => {
  const page = await signedIn(browser, "reviewer");
  await open(page, "/assessments/sec-in-oda/actors/rounds");
  await page.getByRole("navigation", { name: "Actors" }).getByRole("link", { name: "Ranking" }).click();
  await expect(page).toHaveURL(new RegExp(`${ranking}$`));
  await expect(page.getByRole("img", { name: /Ranking of actors by weighted score/ })).toBeVisible();
  await expect(page.getByText(/is first on these weights and in \d+% of 1,000 draws/)).toBeVisible();
  const sheet = page.locator("section", { has: page.getByRole("heading", { name: "Ranking", level: 2 }) });
  await sheet.getByText("The same numbers as a table").click();
  const table = sheet.getByRole("table");
  await expect(table.getByRole("row").nth(1)).toContainText("UNICEF");
  const download = page.waitForEvent("download");
  await sheet.getByRole("link", { name: /as SVG/ }).click();
  expect((await download).suggestedFilename()).toBe("sec-in-oda-ranking-en.svg");
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`other weights are tried at an address of their own, ${javaScriptEnabled ? "with" : "without"} script`, async ({ browser }) => {
    const page = await signedIn(browser, "reviewer", "en", { javaScriptEnabled });
    await page.goto(ranking);
    const weight = (code: string) => page.getByRole("textbox", { name: new RegExp(`^${code} `) });
    await weight("K1").fill("0");
    await weight("K2").fill("2.5");
    await page.getByRole("button", { name: "Rank on these weights" }).click();
    await expect(page).toHaveURL(/w-K1=0&w-K2=2\.5&/);
    await expect(page.getByText("This is the ranking on other weights than those of the protocol.")).toBeVisible();
    await expect(weight("K2")).toHaveValue("2.5");
    await expect(page.getByRole("row", { name: /^K1 .*Weight 0: shown, not counted/ })).toBeVisible();

    await weight("K3").fill("much");
    await page.getByRole("button", { name: "Rank on these weights" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "These weights cannot be used yet" });
    await expect(summary.getByRole("link")).toHaveText("K3 Contacts with other stakeholders: write a number");
    await expect(weight("K3")).toHaveValue("much");
    await expect(weight("K2")).toHaveValue("2.5");

    await page.getByRole("link", { name: "Weights of the protocol" }).first().click();
    await expect(page).toHaveURL(new RegExp(`${ranking}\\?of=actor$`));
    await expect(weight("K2")).toHaveValue("20");
    await expect(page.getByText("This is the ranking on other weights")).toHaveCount(0);
    await page.context().close();
  });
}

test("weights that add up to zero say so, in place of a ranking", async ({ browser }) => {
  const page = await signedIn(browser, "lead");
  await open(page, `${ranking}?of=actor&${["K1", "K2", "K3", "K4", "K5", "K6"].map((code) => `w-${code}=0`).join("&")}`);
  await expect(page.getByText("The weights add up to zero: there is nothing to rank by.")).toBeVisible();
  await expect(page.getByRole("img", { name: /Ranking of/ })).toHaveCount(0);
  await page.context().close();
});

test("the second study ranks alternatives within their kind, and shares the first place", async ({ browser }) => {
  const page = await signedIn(browser, "outsider");
  await open(page, "/assessments/watervoorziening/actors/ranking");
  await page.getByRole("navigation", { name: "What is ranked" }).getByRole("link", { name: "Alternatives" }).click();
  await expect(page.getByText("2 share the first place on these weights.")).toBeVisible();
  await expect(page.getByText("Only 4 have a rank: differences between so few say little.")).toBeVisible();
  await page.context().close();
});
