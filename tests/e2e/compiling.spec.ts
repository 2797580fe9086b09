import { expect, test, type Page } from "@playwright/test";
import { answerTo, editions, guessesOf } from "./support/guesses";
import { askForDraft } from "./support/editions";
import { open, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

const study = "/assessments/sec-in-oda";
const ready = { name: /^Open draft \d+ of edition \d+$/ };
const patience = { timeout: 180_000 };

const ask = async (page: Page) => {
  await page.goto(`${study}/editions/new`);
  await page.getByLabel("final", { exact: false }).first().check();
  await askForDraft(page);
  await expect(page).toHaveURL(/\/editions\/jobs\/[0-9a-f-]+$/);
};

test("a draft that is called off leaves nothing; the next one is followed to its end", async ({ browser }) => {
  const lead = await signedIn(browser, "lead", "en");
  const drafts = lead.getByRole("link", { name: /^Edition \d+(, draft \d+)?$/ });
  await open(lead, `${study}/editions`);
  const before = await drafts.count();
  await ask(lead);
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Draft being compiled");
  await lead.getByRole("button", { name: "Cancel compiling" }).click();
  await expect(lead.getByText("Compiling was cancelled.")).toBeVisible();
  await open(lead, `${study}/editions`);
  await expect(drafts).toHaveCount(before);
  await ask(lead);
  await expect(lead.getByRole("list").filter({ hasText: "Record the draft" })).toBeVisible();
  await expect(lead.getByRole("link", ready)).toBeVisible(patience);
  await expect(lead.getByText(/^done: Open each file again and follow every link/)).toBeVisible();
  await lead.context().close();
});

test("without script the page comes again until the draft is there, and an unchanged study makes no other", async ({ browser }) => {
  const lead = await signedIn(browser, "lead", "en", { javaScriptEnabled: false });
  await ask(lead);
  await expect(lead.getByText(/^Nothing changed since draft/)).toBeVisible(patience);
  await lead.getByRole("link", ready).click();
  await expect(lead).toHaveURL(/\/editions\/\d+\/drafts\/\d+$/);
  await lead.context().close();
});

test("the draft is to a reader of the commissioner what does not exist, by whatever address she guesses", async ({ browser }) => {
  const lead = await signedIn(browser, "lead");
  await lead.goto(editions);
  const newest = await lead
    .getByRole("link", { name: /^Edition \d+, draft \d+$/ })
    .first()
    .getAttribute("href");
  const [, n = "", k = ""] = /editions\/(\d+)\/drafts\/(\d+)$/u.exec(newest ?? "") ?? [];
  expect((await lead.request.get(`${editions}/${n}/read/1`)).status()).toBe(200);
  const reader = await signedIn(browser, "commissioner");
  for (const path of guessesOf({ n, k })) {
    const draft = await answerTo(reader, path);
    expect(draft.status, path).toBe(404);
    expect(draft, path).toEqual(await answerTo(reader, path.replace(new RegExp(`/${n}(?=[/?.]|$)`, "u"), "/97")));
  }
  for (const list of [editions, "/assessments/sec-in-oda/reading", "/work"]) {
    await reader.goto(list);
    await expect(reader.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(reader.locator(`a[href*="/editions/${n}"]`)).toHaveCount(0);
  }
  await lead.context().close();
  await reader.context().close();
});
