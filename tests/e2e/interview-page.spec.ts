import { expect, type Page, test } from "@playwright/test";
import { open, signedIn } from "./support/people";

const study = "/assessments/sec-in-oda";
let page: Page;
let interview = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "lead", "en");
  await open(page, `${study}/interviewees/new`);
  await page.getByLabel("Kind of organisation").selectOption({ label: "Ministry" });
  await page.getByRole("button", { name: "Add an interviewee" }).click();
  await expect(page).toHaveURL(/interviewees\/P\d+$/);
  const code = /P\d+$/.exec(page.url())?.[0] ?? "";
  await open(page, `${study}/interviews/new`);
  await page.getByRole("checkbox", { name: new RegExp(`^${code} `) }).check();
  await page.getByLabel(/^Agreed with whom/).fill("The ministry");
  await page.getByLabel(/^Agreed on/).fill("01-03-2022");
  await page.getByRole("button", { name: "Plan interview" }).click();
  await expect(page).toHaveURL(/interviews\/I\d+/);
  interview = `${study}/interviews/${/I\d+/.exec(page.url())?.[0] ?? ""}`;
  await hold();
});

test.afterAll(async () => {
  await page.context().close();
});

async function hold() {
  await open(page, interview);
  await page.getByLabel("Day of the conversation").fill("15-03-2022");
  await page.getByRole("button", { name: "Mark as held" }).click();
  await expect(page.getByRole("button", { name: "Start the clock" })).toBeVisible();
}

const code = () => interview.split("/").at(-1) ?? "";
const form = (item: string) => page.getByRole("form", { name: `Answer ${code()}:${item}`, exact: true });
const notes = (item: string) => form(item).getByLabel(/^Raw notes/);
const record = (item: string) => form(item).getByLabel(/^Record, in the third person/);
const indicator = () => page.locator(".save-bar").getByText(/^Saved at/);

/** The items of the guide in order, e.g. `1a`. */
const itemsOf = async () => {
  const labels = await page.locator("form.answer").evaluateAll((forms) => forms.map((each) => each.getAttribute("aria-label") ?? ""));
  return labels.map((label) => label.split(":").at(-1) ?? "");
};

test("an interview that was marked as held by mistake is put back with a reason", async () => {
  await page.getByText("Not held after all", { exact: true }).first().click();
  await page.locator("#f-reason-undo-hold").fill("The wrong interview");
  await page.getByRole("button", { name: "Not held after all" }).click();
  await expect(page.getByText("The wrong interview")).toBeVisible();
  await expect(page.getByText("This conversation has not been held yet.")).toBeVisible();
  await hold();
});

test("it is told whose consent is still to be recorded", async () => {
  await expect(page.getByText(/^No consent is recorded yet of P\d+/)).toBeVisible();
});

test("after a key the cursor stands in the text, so that what is typed is written and triggers nothing", async () => {
  const items = await itemsOf();
  const at = items.findIndex((item) => item.endsWith("a"));
  const [first = "", second = ""] = items.slice(at);
  const next = items.slice(at).find((item) => Number.parseInt(item, 10) !== Number.parseInt(first, 10)) ?? "";
  await notes(first).focus();
  await page.keyboard.press("Control+ArrowDown");
  await expect(notes(next)).toBeFocused();
  await page.keyboard.type("New notes");
  await expect(notes(next)).toHaveValue("New notes");
  await expect(form(next).getByRole("radio", { name: "Not asked", exact: true })).not.toBeChecked();
  await page.keyboard.press("Control+ArrowUp");
  await expect(notes(first)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  expect(second.replace(/b$/u, "a")).toBe(first);
  await expect(notes(second)).toBeFocused();
  await form(first).getByRole("radio", { name: "Asked", exact: true }).focus();
  await page.keyboard.press("n");
  await expect(form(first).getByRole("radio", { name: "Not asked", exact: true })).not.toBeChecked();
});

test("a record that is typed ticks that the question was asked, and the indicator stays in sight at both widths", async () => {
  const items = await itemsOf();
  const last = items.at(-1) ?? "";
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `${interview}#q${Number.parseInt(last, 10)}`);
    await form(last).evaluate((each) => each.closest("details")?.setAttribute("open", ""));
    await record(last).fill(`Said at ${width} pixels.`);
    await expect(form(last).getByRole("radio", { name: "Asked", exact: true })).toBeChecked();
    await record(last).blur();
    await expect(indicator()).toBeInViewport();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("what has no reason is told at the field once it is left", async () => {
  await open(page, interview);
  const [first = ""] = await itemsOf();
  await form(first).getByRole("radio", { name: "Not asked", exact: true }).check();
  await expect(page.getByText("Choose a reason; until then the question stays open")).toHaveCount(0);
  await page.locator("h1").click();
  const told = form(first).getByText("Choose a reason; until then the question stays open");
  await expect(told).toBeVisible();
  await form(first).locator("[name=notAsked]").selectOption({ index: 1 });
  await expect(told).toHaveCount(0);
});

test("a session that is over is not told as a lost connection", async () => {
  await open(page, interview);
  const [, second = ""] = await itemsOf();
  await page.route("**/*.data*", (route) =>
    route.request().headers()["x-autosave"] ? route.fulfill({ status: 401, body: "" }) : route.fallback(),
  );
  await notes(second).fill("Typed while signed out.");
  await notes(second).blur();
  await expect(page.locator(".save-bar")).toContainText("The session is over.");
  await expect(page.locator(".save-bar")).not.toContainText("There is no connection");
  await page.unroute("**/*.data*");
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(indicator()).toBeVisible();
});

test("one reason goes for all that is open, also without script, and what has notes stays open", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const plain = await context.newPage();
  await plain.goto(interview);
  await plain.locator("#settle-open > summary").click();
  await plain.locator("#settle-open-reason").selectOption({ index: 1 });
  await plain.getByRole("button", { name: "Mark these questions as not asked" }).click();
  await expect(plain.locator("#settle-open > summary")).toHaveText("2 questions are still open");
  await context.close();
});
