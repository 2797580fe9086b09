import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const study = "/assessments/sec-in-oda";
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let page: Page;
let interview: string;
/** The numbers of the questions without parts that are asked in it. */
let items: string[];

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "lead", "en", { hasTouch: true });
  await page.setViewportSize({ width: 390, height: 844 });
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
  await open(page, `${interview}/participants`);
  await page.getByLabel(/^Consent given on/).fill("14-03-2022");
  await page.getByRole("button", { name: "Save what was agreed" }).click();
  await open(page, interview);
  await page.getByLabel("Day of the conversation").fill("15-03-2022");
  await page.getByRole("button", { name: "Mark as held" }).click();
  await expect(page.getByRole("button", { name: "Start the clock" })).toBeVisible();
  await open(page, interview);
  const labels = await page.locator("form.answer").evaluateAll((forms) => forms.map((each) => each.getAttribute("aria-label") ?? ""));
  items = labels.map((label) => label.split(":").at(-1) ?? "").filter((item) => /^\d+$/u.test(item));
  expect(items.length).toBeGreaterThan(6);
});

test.afterAll(async () => {
  await page.context().close();
});

const item = (place: number) => items[place] ?? "";
const code = () => interview.split("/").at(-1) ?? "";
const form = (item: string) => page.getByRole("form", { name: `Answer ${code()}:${item}`, exact: true });
const record = (item: string) => form(item).getByLabel(/^Record, in the third person/);
const expectRecord = async (one: string, words: string) => {
  await unfold(one);
  await expect(record(one)).toHaveValue(words);
};
const unfold = async (item: string) => {
  const fold = page.locator(`#q${item} > details`);
  if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
  await expect(record(item)).toBeVisible();
};

/** Fills in an answer; it saves by itself. */
async function answer(item: string, words: string) {
  await unfold(item);
  await form(item).getByRole("radio", { name: "Asked", exact: true }).check();
  await record(item).fill(words);
  await record(item).blur();
}

/** The saves of answers, in the order in which they reach the server. */
function watchSaves(): string[] {
  const saves: string[] = [];
  page.on("response", (response) => {
    const request = response.request();
    const body = new URLSearchParams(request.postData() ?? "");
    if (request.headers()["x-autosave"] && response.status() === 200) saves.push(body.get("record") ?? "");
  });
  return saves;
}

test("a phone shows one question at a time, and the page has no violations", async () => {
  await expect(page.locator("[data-question] > details[open]")).toHaveCount(1);
  await unfold(item(1));
  await expect(page.locator("[data-question] > details[open]")).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("three answers that were typed without a connection are kept, and sent once, in order, when it is back", async () => {
  const typed = items.slice(0, 3).reverse();
  const saves = watchSaves();
  await page.context().setOffline(true);
  for (const [place, one] of typed.entries()) {
    await answer(one, `Said offline, number ${place + 1}.`);
    await expect(page.getByText(`${place + 1} ${place === 0 ? "entry is" : "entries are"} kept on this device`)).toBeVisible();
  }
  expect(saves).toEqual([]);
  await page.context().setOffline(false);
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await expect.poll(() => saves).toEqual([1, 2, 3].map((number) => `Said offline, number ${number}.`));
  await open(page, interview);
  for (const [place, one] of typed.entries()) await expectRecord(one, `Said offline, number ${place + 1}.`);
});

test("what was kept when the page was left goes out by itself when it is opened again", async () => {
  const saves = watchSaves();
  await page.context().setOffline(true);
  await answer(item(3), "Typed before the browser was closed.");
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await open(page, interview);
  await expect.poll(() => saves).toEqual(["Typed before the browser was closed."]);
  await open(page, interview);
  await expectRecord(item(3), "Typed before the browser was closed.");
});

test("a save whose answer was lost on its way is not made twice", async () => {
  let lost = 0;
  await page.route("**/*.data*", async (route) => {
    if (!route.request().headers()["x-autosave"] || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch(); // it arrives, and what the server says does not
    await route.abort();
  });
  await answer(item(4), "Arrived, and not heard of.");
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await record(item(4)).fill("Arrived, and not heard of. Then more.");
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await page.unroute("**/*.data*");
  await open(page, interview);
  await expectRecord(item(4), "Arrived, and not heard of. Then more.");
  await expect(page.getByText("Somebody else saved this while you were writing.")).toHaveCount(0);
});

test("a follow-up question is added under its question, answered and shown in the record", async () => {
  await unfold(item(0));
  await page.locator(`#q${item(0)} details.follow-up > summary`).click();
  await page.getByLabel("Question as you asked it").first().fill("And since when?");
  await page
    .getByRole("button", { name: /^Add follow-up question/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /And since when\?/ })).toBeVisible();
  await form(`${item(0)}+1`)
    .getByLabel(/^Record, in the third person/)
    .fill("Since 2019.");
  await form(`${item(0)}+1`)
    .getByLabel(/^Record, in the third person/)
    .blur();
  await expect(page.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await open(page, `${interview}?view=record`);
  await expect(page.getByRole("heading", { name: `${code()}:${item(0)}+1 And since when?` })).toBeVisible();
});

const followUps = (item: string) => page.locator(`#q${item}`);
const askFollowUp = async (item: string, wording: string) => {
  const fold = followUps(item).locator("details.follow-up");
  if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
  await followUps(item).getByLabel("Question as you asked it").fill(wording);
  await followUps(item)
    .getByRole("button", { name: /^Add follow-up question/ })
    .click();
};
const added = (item: string) => followUps(item).getByRole("heading", { level: 3 });

test("follow-up questions that were asked without a connection are kept, and added once, in order, when it is back", async () => {
  await open(page, interview);
  await unfold(item(2));
  await page.context().setOffline(true);
  await askFollowUp(item(2), "Who decided that?");
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await expect(followUps(item(2)).getByLabel("Question as you asked it")).toHaveValue("");
  await askFollowUp(item(2), "With which money?");
  await expect(page.getByText("2 entries are kept on this device")).toBeVisible();
  await expect(followUps(item(2)).getByText("Who decided that?")).toBeVisible();
  await page.context().setOffline(false);
  await expect(added(item(2))).toHaveText([/\+1 Who decided that\?/, /\+2 With which money\?/]);
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await open(page, interview);
  await unfold(item(2));
  await expect(added(item(2))).toHaveCount(2);
});

test("a follow-up question that was kept when the page was left is added when it is opened again, and not twice", async () => {
  await unfold(item(3));
  let lost = 0;
  await page.route("**/*.data*", async (route) => {
    if (!route.request().postData()?.includes("follow-up") || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch(); // it arrives, and what the server says does not
    await route.abort();
  });
  await askFollowUp(item(3), "Is that on paper?");
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await page.context().setOffline(true);
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.unroute("**/*.data*");
  const again = page.waitForResponse((response) => response.request().postData()?.includes("follow-up") ?? false);
  await open(page, interview);
  await again;
  await unfold(item(3));
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await expect(added(item(3))).toHaveText([/\+1 Is that on paper\?/]);
  await open(page, "/work");
  await expect(page.getByRole("main")).not.toContainText("Kept on this device, not sent");
});

test("the clock runs from its press on, also without a connection, and with it the mark of an answer", async () => {
  await open(page, interview);
  await unfold(item(5));
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Start the clock" }).click();
  await expect(page.getByText(/Clock started at/)).toBeVisible();
  await form(item(5))
    .getByRole("button", { name: /^Mark the time/ })
    .click();
  await expect(form(item(5)).getByLabel(/^Time in the conversation/)).toHaveValue(/^0:00:\d\d$/);
  await expect(page.getByText("2 entries are kept on this device")).toBeVisible();
  const mark = await form(item(5))
    .getByLabel(/^Time in the conversation/)
    .inputValue();
  const started = await page.getByText(/Clock started at/).innerText();
  await page.context().setOffline(false);
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await open(page, interview);
  await expect(page.getByText(started)).toBeVisible();
  await unfold(item(5));
  await expect(form(item(5)).getByLabel(/^Time in the conversation/)).toHaveValue(mark);
});

test("the keys mark the time, jump to a question, say that one was not asked, and take a line of the notes", async ({ browser }) => {
  const wide = await signedIn(browser, "lead");
  await open(wide, interview);
  await wide.locator("h1").click();
  await wide.keyboard.press("g");
  await wide.keyboard.type(item(6));
  await expect(wide.getByText(`Go to question ${item(6)}`)).toBeVisible();
  await wide.keyboard.press("Enter");
  const seventh = wide.locator(`#q${item(6)}`);
  await expect(seventh.getByLabel(/^Raw notes/).first()).toBeFocused();
  await wide.keyboard.press("Alt+t");
  await expect(seventh.getByLabel(/^Time in the conversation/).first()).toHaveValue(/^0:\d\d:\d\d$/);
  const notes = seventh.getByLabel(/^Raw notes/).first();
  await notes.fill("first line\nsecond line");
  await notes.press("Control+Home");
  await notes.press("Alt+a");
  await expect(seventh.getByLabel(/^Record, in the third person/).first()).toHaveValue("first line");
  await notes.press("n");
  await expect(seventh.getByRole("radio", { name: "Not asked", exact: true }).first()).not.toBeChecked();
  await notes.press("Alt+n");
  await expect(seventh.getByRole("radio", { name: "Not asked", exact: true }).first()).toBeChecked();
  await open(wide, "/account");
  await wide.getByRole("radio", { name: "Off", exact: true }).check();
  await wide.getByRole("button", { name: "Save keys" }).click();
  await expect(wide.getByRole("radio", { name: "Off", exact: true })).toBeChecked();
  await open(wide, interview);
  await wide.locator("h1").click();
  await wide.keyboard.press("g");
  await expect(wide.getByText(/^Go to question/)).toHaveCount(0);
  await open(wide, "/account");
  await wide.getByRole("radio", { name: "On", exact: true }).check();
  await wide.getByRole("button", { name: "Save keys" }).click();
  await wide.context().close();
});

test("a file is added with its progress told, listed, and refused with a sentence when it is not what its name says", async () => {
  await open(page, interview);
  await page.getByRole("link", { name: /^Add a file/ }).click();
  const file = page.getByLabel("File", { exact: true });
  await file.setInputFiles({ name: "notes.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>no pdf</html>") });
  await page.getByRole("button", { name: "Add file" }).click();
  await expect(page.getByRole("alert")).toContainText("What is in this file is not what its name says");
  await file.setInputFiles({ name: "form.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") });
  await page.getByRole("button", { name: "Add file" }).click();
  await expect(page.getByRole("alert")).toContainText("of a kind that is taken");
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await file.setInputFiles({ name: "consent.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await page.getByRole("button", { name: "Add file" }).click();
  await expect(page).toHaveURL(/interviews\/I\d+#files/);
  await expect(page.getByRole("link", { name: /consent\.pdf/ }).first()).toBeVisible();
});

/** Says of every question that is still open that it was not asked, so that the record can be sent; of one that has a time by itself. */
async function settleTheRest() {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, interview);
  const rest = page.locator("details#settle-open");
  await rest.locator("summary").click();
  await rest.locator("[name=notAsked]").selectOption({ index: 1 });
  await rest.getByRole("button").click();
  await expect(rest.getByText("1 question is still open")).toBeVisible();
  await open(page, interview);
  const stillOpen = page.locator("form.answer").filter({ hasNot: page.locator("[name=state]:checked") });
  const timed = page.getByRole("form", { name: (await stillOpen.getAttribute("aria-label")) ?? "", exact: true });
  await timed.evaluate((form) => form.closest("details")?.setAttribute("open", ""));
  await timed.getByRole("radio", { name: "Not asked", exact: true }).check();
  await timed.locator("[name=notAsked]").selectOption({ index: 1 });
  await timed.locator("[name=notAsked]").blur();
  await expect(rest).toHaveCount(0);
}

test("the notes of a record that is being checked are kept without a connection, and sent once when it is back", async () => {
  await settleTheRest();
  await open(page, `${interview}/fact-check`);
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByLabel("Address of the link")).toBeVisible();
  await open(page, interview);
  const notes = page.getByRole("form", { name: `Raw notes of ${code()}:${item(0)}`, exact: true }).getByLabel(/^Raw notes/);
  await page.context().setOffline(true);
  await notes.fill("Thought of on the way back.");
  await notes.blur();
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await open(page, interview);
  await expect(page.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await open(page, interview);
  await expect(notes).toHaveValue("Thought of on the way back.");
});

test("an answer that was changed without a connection arrives after the page was left, and nobody is said to have changed it", async () => {
  await open(page, `${interview}/fact-check`);
  await page.getByRole("button", { name: /^Recall/ }).click();
  await open(page, interview);
  // Once it was saved the page is read again, and with it the form gets another key.
  const drawn = page
    .waitForResponse((response) => response.request().postData()?.includes("Written") ?? false)
    .then(() => page.waitForResponse((response) => response.request().method() === "GET" && response.url().includes(".data")));
  await answer(item(4), "Written with a connection.");
  await drawn;
  await page.context().setOffline(true);
  await record(item(4)).fill("Changed without one.");
  await record(item(4)).blur();
  await expect(page.getByText("1 entry is kept on this device")).toBeVisible();
  await page.goto(`${study}/interviews`).catch(() => undefined);
  await page.context().setOffline(false);
  await open(page, interview);
  await expect(page.getByText(/kept on this device/)).toHaveCount(0);
  await expect(page.getByText("Somebody else saved this while you were writing.")).toHaveCount(0);
  await expect(page.locator(".save-bar").getByText(/^Saved at/)).toBeVisible();
  await expectRecord(item(4), "Changed without one.");
});

test("once the two versions were compared and one was kept, nothing says that somebody else changed it", async ({ browser }) => {
  // What lists several, as the actors that question 8 asks for, is compared on the page itself.
  const listed = item(2);
  const other = await signedIn(browser, "lead");
  await open(page, interview);
  await unfold(listed);
  await open(other, interview);
  const theirs = other.getByRole("form", { name: `Answer ${code()}:${listed}`, exact: true });
  await other.locator(`#q${listed} > details`).evaluate((fold) => fold.setAttribute("open", ""));
  await theirs.getByLabel(/^Record, in the third person/).fill("By the other.");
  await theirs.getByLabel(/^Record, in the third person/).blur();
  await expect(other.locator(".save-bar").getByText(/^Saved at/)).toBeVisible();
  await other.context().close();
  await record(listed).fill("By me.");
  await record(listed).blur();
  const told = page.getByText("Somebody else saved this while you were writing.");
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Compare the two" }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByText(/saved version \d+ meanwhile/).first()).toBeVisible();
  await record(listed).fill("By both.");
  await record(listed).blur();
  await expect(page.locator(".save-bar").getByText(/^Saved at/)).toBeVisible();
  await expect(page.getByText(/saved version \d+ meanwhile/)).toHaveCount(0);
  await record(listed).fill("By both of us.");
  await record(listed).blur();
  await expect(page.locator(".save-bar").getByText(/^Saved at/)).toBeVisible();
  await open(page, interview);
  await expectRecord(listed, "By both of us.");
  await expect(told).toHaveCount(0);
});
