import { expect, test } from "@playwright/test";
import { open, send, signedIn } from "./support/people";

const study = "/assessments/sec-in-oda";

test("a cell of the matrix opens by keyboard what is used and what is not, and leads to citing it", async ({ browser }) => {
  const page = await signedIn(browser, "researcher", "en");
  await open(page, study);
  const cell = page.getByRole("row", { name: /^2c/ }).getByRole("link", { name: /Interview answers: 2 of 8 used/ });
  await cell.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/questions\/2c\?kind=interview-answer#evidence$/);
  await expect(page.getByText("2 of 8 used")).toBeVisible();
  await page.getByRole("link", { name: "Cite I1:3c" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("I1:3c");
  await page.context().close();
});

test("a warning asks for a reason before a section goes to review, and the reviewer reads it", async ({ browser }) => {
  const page = await signedIn(browser, "researcher", "en");
  const reason = "UNICEF itself gives this advice; nobody else can confirm it.";
  await open(page, `${study}/sections/3.5/send`);
  const field = page.getByLabel(/^F19: one origin, 2 asked/);
  await field.fill(" ");
  await send(page, page.getByRole("button", { name: "Send to review" }));
  await expect(page.getByRole("alert")).toContainText("F19: one origin, 2 asked");
  await field.fill(reason);
  await page.getByRole("button", { name: "Send to review" }).click();
  await expect(page.getByText("In review").first()).toBeVisible();
  const reviewer = await signedIn(browser, "secondReviewer", "en");
  await open(reviewer, `${study}/sections/3.5/review`);
  const coverage = reviewer.getByRole("region", { name: "Coverage" });
  await expect(coverage).toContainText(reason);
  await expect(coverage).toContainText("Ruben Onderzoeker");
  await reviewer.context().close();
  await open(page, `${study}/sections/3.5/recall`);
  await page.locator("main form button").first().click();
  await expect(page.getByText("In writing").first()).toBeVisible();
  await page.context().close();
});
