import { expect, test, type Locator, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const study = "/assessments/sec-in-oda";
let page: Page;
/** How often a key was pressed or a button clicked since the count began. */
let acts = 0;

const press = async (key: string) => {
  acts += 1;
  await page.keyboard.press(key);
};
const click = async (what: Locator) => {
  acts += 1;
  await what.click();
};

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "lead", "en");
});
test.afterAll(async () => {
  await page.context().close();
});

const statement = () => page.locator("li.stm").filter({ has: page.locator(".st", { hasText: "F6" }) });
const panel = () => page.getByRole("complementary", { name: "Evidence for F6" });
const cited = () => panel().locator(".res").filter({ hasText: "cited here" });
/** How many results are cited here, once the panel is there. */
const citedNow = async () => {
  await expect(panel().locator(".res").first()).toBeVisible();
  return cited().count();
};
const writing = () => statement().locator("[contenteditable=true]").first();

test("from a statement to a citation in two clicks", async () => {
  await open(page, `${study}/sections/2.4/edit`);
  acts = 0;
  await click(statement().getByRole("link", { name: /^Find evidence/ }));
  const before = await citedNow();
  await click(
    panel()
      .getByRole("button", { name: /^Cite / })
      .first(),
  );
  await expect(cited()).toHaveCount(before + 1);
  expect(acts).toBe(2);
});

test("in three keys, and back to the words with a fourth", async () => {
  await open(page, `${study}/sections/2.4/edit`);
  await writing().focus();
  acts = 0;
  await press("Control+k");
  await expect(page.locator("#evidence-words")).toBeFocused();
  await expect(page.locator("#evidence-words")).toHaveAttribute("placeholder", /\w+, \w+/);
  const before = await citedNow();
  await press("ArrowDown");
  // What is cited already comes first here and has no button: the focus is on its words.
  while (!(await page.locator("button[name=kind]:focus").count())) await page.keyboard.press("ArrowDown");
  await press("Enter");
  await expect(cited()).toHaveCount(before + 1);
  await expect(panel().locator(":focus")).toHaveCount(1); // what was cited has taken the focus from its button
  await press("Escape");
  await expect(panel()).toHaveCount(0);
  await expect(writing()).toBeFocused();
  expect(acts).toBe(4);
});

test("searches by words, and cites as contradicting and as context with the key beside Enter", async () => {
  await open(page, `${study}/sections/2.4/edit`);
  await writing().focus();
  await page.keyboard.press("Control+k");
  await expect(writing()).not.toBeFocused();
  await expect(page.locator("#evidence-words")).toBeFocused();
  await page.keyboard.type("school");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=school/);
  await expect(page.locator("#evidence-words")).toBeFocused();
  await expect(panel().locator("mark").first()).toHaveText(/school/i);
  const grounds = statement().locator(".gr");
  // Not every result may contradict: a statement that the chain does not have here gives context only.
  for (const [key, word] of [
    ["Shift+Enter", "contradicts"],
    ["Alt+Enter", "context"],
  ] as const) {
    const before = await grounds.filter({ hasText: word }).count();
    await page.locator("#evidence-words").focus();
    await page.keyboard.press("ArrowDown");
    while (!(await page.locator(`.res:has(button[value=${word}]) button[name=kind]:focus`).count())) await page.keyboard.press("ArrowDown");
    await page.keyboard.press(key);
    await expect(grounds.filter({ hasText: word })).toHaveCount(before + 1);
  }
});

test("walks the results of the search page with the arrows, and opens one with Enter", async () => {
  await open(page, `${study}`);
  await page.keyboard.press("/");
  await page.keyboard.type("school");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search\?q=/);
  const field = page.getByRole("main").getByRole("searchbox");
  await field.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".hits a").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/search\?q=/);
});

test("keeps what a search is narrowed to in its address, and leads from a result to a statement", async () => {
  await open(page, `${study}/search?q=school&kind=excerpt&citable=yes`);
  await expect(page.getByLabel("Kind", { exact: true })).toHaveValue("excerpt");
  await expect(page.getByLabel("Only what can be cited now")).toBeChecked();
  await page
    .getByRole("link", { name: /^Cite in a statement/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Cite S\d+:\d+ in a statement/);
});
