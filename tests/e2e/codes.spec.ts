import { expect, test, type Page } from "@playwright/test";
import { open, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });

const study = "/assessments/sec-in-oda";
const main = (page: Page) => page.getByRole("main");

test("the codes are counted by interviewee, each shown as agreed", async ({ browser }) => {
  const page = await signedIn(browser, "reviewer");
  await open(page, `${study}/codes?by=interview`);
  const heads = page.getByRole("columnheader");
  await expect(heads.filter({ hasText: "I1" })).toContainText("UN Special Representative on Violence against Children");
  await expect(heads.filter({ hasText: "I3" })).not.toContainText("Down to Zero");
  await page.getByRole("link", { name: "2 passages: Obstacles, I3" }).click();
  await expect(main(page)).toContainText("2 of 4 passages");
  await expect(page.getByRole("link", { name: "Merge" })).toHaveCount(0);
  await page.context().close();
});

test("a code is merged into another without script, and split again by the keys on a phone", async ({ browser }) => {
  const plain = await signedIn(browser, "researcher", "en", { javaScriptEnabled: false });
  await plain.goto(`${study}/codes/online`);
  await plain.getByRole("link", { name: "Merge" }).click();
  await plain.getByRole("button", { name: "Show what changes" }).click();
  await expect(main(plain)).toContainText("To which code: choose one");
  await plain.getByLabel("To which code").selectOption({ label: "Causes and risks" });
  await plain.getByRole("button", { name: "Show what changes" }).click();
  await expect(main(plain)).toContainText("3 passages get “Causes and risks” instead of “Exploitation online”.");
  await plain.getByLabel("Why").fill("One of the causes");
  await plain.getByRole("button", { name: "Merge codes" }).click();
  await expect(plain).toHaveURL(`${study}/codes/causes`);
  await expect(main(plain)).toContainText("6 of 6 passages");
  await plain.context().close();

  const page = await signedIn(browser, "secondResearcher", "en", { viewport: { width: 390, height: 844 } });
  await open(page, `${study}/codes/causes/split`);
  const passage = page.getByRole("checkbox", { name: /live streamen/ });
  await passage.focus();
  await page.keyboard.press("Space");
  await page.getByLabel("To which code").selectOption({ label: "– Exploitation online" });
  await page.getByLabel("To which code").press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Move 1 passage from “Causes and risks” to “Exploitation online”");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByLabel("Why").fill("Is about the internet");
  await send(page, page.getByRole("button", { name: "Move passages" }));
  await expect(page).toHaveURL(`${study}/codes/online`);
  await expect(main(page)).toContainText("1 of 1 passage");
  await page.context().close();
});

/** Switches the keys of one letter of the account on or off. */
async function setKeys(page: Page, to: "On" | "Off") {
  await open(page, "/account");
  const keys = page.getByRole("region", { name: "Keys of one letter" });
  await keys.getByRole("radio", { name: to }).check();
  await send(page, keys.getByRole("button", { name: "Save keys" }));
}

test("the key for marking is promised only while single keys are on", async ({ browser }) => {
  const page = await signedIn(browser, "secondResearcher");
  await open(page, `${study}/codings?of=I3:18`);
  await expect(main(page)).toContainText("Select a passage and press C, or tick sentences below.");
  await setKeys(page, "Off");
  await open(page, `${study}/codings?of=I3:18`);
  await expect(main(page)).toContainText("Select a passage, or tick sentences below.");
  await setKeys(page, "On");
  await page.context().close();
});

test("a note stays with the passage it was written to, and does not go along to the next", async ({ browser }) => {
  const page = await signedIn(browser, "secondResearcher");
  await open(page, `${study}/codings?of=I3:18`);
  const form = page.getByRole("region", { name: "Mark a passage" });
  await form.getByText("Or choose whole sentences").click();
  await form.getByRole("checkbox").first().check();
  await form.getByLabel("Code").selectOption({ label: "Causes and risks" });
  await form.getByLabel("Note").fill("Named first");
  await send(page, form.getByRole("button", { name: "Mark passage" }));
  await expect(page.getByRole("listitem").filter({ hasText: "Named first" })).toBeVisible();
  await expect(form.getByLabel("Note")).toHaveValue("");
  await page.context().close();
});
