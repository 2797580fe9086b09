import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const matrix = "/assessments/sec-in-oda/interviews/matrix";
const phone = { width: 390, height: 844 };

/** What the browser complains of, collected from here on: a page that was rendered otherwise than it was sent is among it. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

const cells = (page: Page) => page.locator(".cmp td").allInnerTexts();
const cell = (page: Page, code: string) => page.locator(`.cmp a[href$="cell=${code}"]`);
const filter = (page: Page) => page.getByRole("search", { name: "Filter the matrix" });

test("the words of a cell are sent once, and stay when the page is taken over, a cell opened and a filter chosen", async ({ browser }) => {
  const page = await signedIn(browser, "lead", "en");
  const complaints = complaintsOf(page);
  const html = await (await page.request.get(matrix)).text();
  expect(html.split("Wijst op recentere rapporten").length - 1).toBe(1);
  await open(page, matrix);
  const before = await cells(page);
  expect(before.filter((text) => text.includes("Wijst op recentere rapporten"))).toHaveLength(1);
  await cell(page, "I1:13a").click();
  await expect(page.getByRole("complementary")).toContainText("Question 13a in I1");
  expect(await cells(page)).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  expect(await cells(page)).toEqual(before);
  await filter(page).getByLabel("State of the answer").selectOption({ label: "Answered" });
  await filter(page).getByRole("button").click();
  await expect(page).toHaveURL(/state=answered/u);
  await expect(cell(page, "I1:13a")).toContainText("Wijst op recentere rapporten.");
  await page.goBack();
  await expect.poll(() => cells(page)).toEqual(before);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the keys lead from cell to cell as in a grid, open one and come back to it", async ({ browser }) => {
  const page = await signedIn(browser, "lead", "en");
  await open(page, matrix);
  const grid = page.getByRole("grid");
  await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
  await cell(page, "I1:13a").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "I2:13a")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  const row = grid.locator("tr", { has: page.locator('a[href$="cell=I1:13a"]') });
  await expect(row.locator("th a")).toBeFocused();
  await page.keyboard.press("End");
  await expect(row.locator("td:last-child:focus, td:last-child a:focus")).toHaveCount(1);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "I1:13a")).toBeFocused();
  await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cell=I1:13a/u);
  await expect(page.getByRole("complementary")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(cell(page, "I1:13a")).toBeFocused();
  await page.context().close();
});

test("is read, narrowed and opened without script, in the same words", async ({ browser }) => {
  const page = await signedIn(browser, "lead", "en", { javaScriptEnabled: false });
  await page.goto(matrix);
  await expect(cell(page, "I1:13a")).toContainText("Wijst op recentere rapporten.");
  await filter(page).getByLabel("State of the answer").selectOption({ label: "Answered" });
  await filter(page).getByLabel("Block of the guide").selectOption({ index: 1 });
  await filter(page).getByRole("button").click();
  await expect(page).toHaveURL(/state=answered/u);
  const narrowed = page.locator(".cmp .answered a");
  await expect(page.locator(".cmp tbody .g")).toHaveCount(1);
  await narrowed.first().click();
  await expect(page).toHaveURL(/state=answered&cell=/u);
  await expect(page.getByRole("complementary")).toContainText("Shown as");
  await expect(narrowed.first()).toHaveAttribute("aria-current", "true");
  await page.context().close();
});

test("is a list of questions on a phone, each of which leads to its answers", async ({ browser }) => {
  const page = await signedIn(browser, "lead", "en", { viewport: phone });
  await open(page, matrix);
  await expect(page.locator(".cmp td").first()).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  const question = page.locator(".cmp th.q a", { hasText: /^13a/u });
  await question.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 13");
  await expect(page.getByRole("main")).toContainText("Points to more recent reports.");
  await page.context().close();
});

for (const [what, viewport] of [
  ["a desk", { width: 1440, height: 900 }],
  ["a phone", phone],
] as const) {
  test(`has nothing that axe objects to at ${what}, with a cell open`, async ({ browser }) => {
    const page = await signedIn(browser, "lead", "en", { viewport });
    await open(page, `${matrix}?cell=I1:13a`);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });
}
