import { expect, test, type Page } from "@playwright/test";
import { assignAndFreeze, cardOf, holdInterview, makeFerries, makeLink, recordAnswers, sendIn } from "./support/ferries";
import { editor, open, password, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/two-rounds";
const section = `${study}/sections/1`;
const records = [
  "The ferry leaks at the bow.",
  "It sails every hour.",
  "The province pays.",
  "Nothing went wrong.",
  "A second engine is needed.",
];
const corrected = "The ferry leaks at the stern.";
const found = "The southern ferry sails every hour and leaks.";

let lead: Page;
let first: Page;
let second: Page;
let reviewer: Page;
let otherReviewer: Page;
let phone: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
  first = await signedIn(browser, "researcher");
  second = await signedIn(browser, "secondResearcher");
  reviewer = await signedIn(browser, "reviewer");
  otherReviewer = await signedIn(browser, "secondReviewer");
  phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" })).newPage();
});

test.afterAll(async () => {
  for (const page of [lead, first, second, reviewer, otherReviewer, phone]) await page.context().close();
});

/** The words of F1 where they are written. */
const wordsOn = (page: Page) => editor(page, "Words of F1");
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved at" }).first();

/** Puts other words in the place of a part of the finding, as somebody does who selects it and types. */
async function rewrite(page: Page, part: string, words: string) {
  await wordsOn(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      if (root instanceof HTMLElement) root.focus();
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" stands nowhere`);
  }, part);
  await page.keyboard.type(words);
}

test("a study with two writers and one reviewer has an interview that its interviewee confirmed", async ({ browser }) => {
  await makeFerries(lead, "two-rounds", ["researcher", "secondResearcher", "reviewer", "secondReviewer"]);
  await assignAndFreeze(lead, study, ["Ruben Onderzoeker", "Sanne Onderzoeker"], ["Bas Beoordelaar"]);
  await holdInterview(first, study);
  await recordAnswers(browser, study, records);
  address = await makeLink(first, study);
  await phone.goto(address);
  for (const code of ["1", "2"]) await cardOf(phone, code).getByLabel("Correct").check();
  await sendIn(phone);
});

test("two who change the same words choose what stays, and nothing that either typed is lost", async () => {
  await open(first, `${section}/edit`);
  await first.getByRole("button", { name: "Finding" }).click();
  await wordsOn(first).fill(found);
  await wordsOn(first).blur();
  await expect(saved(first)).toBeVisible();
  for (const code of ["1", "2"]) {
    await open(first, `${study}/interviews/I1/cite?answer=${code}`);
    await send(first, first.getByRole("button", { name: /supports|Cite/ }).first());
    await expect(first).toHaveURL(/sections\/1\/edit/);
  }
  await open(first, `${section}/edit`);
  await open(second, `${section}/edit`);
  await expect(wordsOn(second)).toContainText(found);

  // The first loses her connection, writes on, and the second saves other words at the same place meanwhile.
  await first.context().setOffline(true);
  await rewrite(first, "every hour", "twice an hour");
  await rewrite(second, "every hour", "once an hour");
  await wordsOn(second).blur();
  await expect(saved(second)).toBeVisible();
  await first.context().setOffline(false);
  await first.getByRole("button", { name: "Compare the two" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("F1 was changed while you were writing");
  await expect(first.getByRole("main")).toContainText("once an hour");
  await expect(first.getByRole("main")).toContainText("twice an hour");
  await first.getByRole("radio", { name: /^Own words/ }).check();
  await first.getByLabel("Own words at place 1").fill("once or twice an");
  await first.getByRole("button", { name: /^Save version/ }).click();
  await expect(wordsOn(first)).toContainText("sails once or twice an hour and leaks");
  await open(first, `${section}/edit`);
  await expect(wordsOn(first)).toContainText("sails once or twice an hour and leaks");
  await expect(first.getByText("Unsent work is kept on this device.")).toHaveCount(0);
});

test("round one: the reviewer suggests another wording, asks a question and asks for changes", async () => {
  await open(first, `${section}/send`);
  await first.getByRole("button", { name: "Send to review" }).click();
  await expect(first.getByText("In review").first()).toBeVisible();
  await open(reviewer, `${section}/review`);
  await expect(reviewer.getByRole("main")).toContainText("once or twice an hour");
  await open(reviewer, `${section}/suggest/F1`);
  await editor(reviewer, "Suggested words").fill("The southern ferry sails once or twice an hour, and leaks.");
  await reviewer.getByLabel("Reason").fill("Two statements, two clauses.");
  await reviewer.getByRole("button", { name: "Send suggestion" }).click();
  await expect(reviewer).toHaveURL(new RegExp(`${section}`));
  await open(reviewer, `${section}/review?decide=ask-changes`);
  await reviewer.getByLabel("What has to change").fill("See my suggestion.");
  await reviewer.getByRole("button", { name: "Ask for changes" }).click();
  await expect(reviewer.getByText("Changes asked").first()).toBeVisible();
});

test("a writer accepts the suggestion, and the section goes to review again", async () => {
  await open(second, "/work");
  await expect(second.getByRole("main")).toContainText("Ferries");
  await open(second, `${section}/edit`);
  await second.getByRole("link", { name: "Suggestion 1" }).click();
  await expect(second.getByRole("main")).toContainText("Two statements, two clauses.");
  await send(second, second.getByRole("button", { name: "Accept suggestion" }));
  await expect(second).toHaveURL(new RegExp(`${section}(?:#.*)?$`));
  await expect(second.getByRole("region", { name: "Suggestions" })).toContainText("Accepted");
  await expect(second.getByRole("main")).toContainText("sails once or twice an hour, and leaks.");
  await open(second, `${section}/send`);
  await second.getByRole("button", { name: "Send to review" }).click();
  await expect(second.getByText("In review").first()).toBeVisible();
});

test("round two: who wrote a part may not sign, steps back, and the lead names another", async () => {
  await open(reviewer, `${section}/review`);
  await expect(reviewer.getByRole("main")).toContainText("Whoever wrote a part of it does not sign it off.");
  await expect(reviewer.getByRole("link", { name: /^Sign off version/ })).toHaveCount(0);
  await open(reviewer, `${section}/review?decide=sign-off`);
  await expect(reviewer.getByRole("main")).toContainText("Whoever wrote a part of it does not sign it off.");
  await expect(reviewer.getByLabel("Password")).toHaveCount(0);
  await open(reviewer, `${section}/step-back`);
  await reviewer.getByLabel("Why you step back").fill("The wording is mine.");
  await reviewer.getByRole("button", { name: "Step back" }).click();
  await open(lead, "/work");
  await expect(lead.getByRole("main")).toContainText("Bas Beoordelaar");
  await open(lead, `${section}/step-back`);
  await lead.getByLabel("Who reviews instead").selectOption({ label: "Noor Beoordelaar" });
  await send(lead, lead.getByRole("button", { name: "Name reviewer" }));
  await expect(lead.getByRole("main")).toContainText("Noor Beoordelaar was named instead.");
});

test("the other reviewer signs off, and reads what she signed on a certificate", async () => {
  await open(otherReviewer, `${section}/review`);
  await otherReviewer.getByRole("link", { name: /^Sign off version/ }).click();
  await otherReviewer.getByLabel("Password").fill(password);
  await otherReviewer.getByRole("button", { name: /^Sign off version/ }).click();
  await expect(otherReviewer.getByText("Signed off").first()).toBeVisible();
  await open(otherReviewer, section);
  await otherReviewer.getByRole("link", { name: "Certificate" }).click();
  await expect(otherReviewer.getByRole("main")).toContainText("I have read this section and its grounds and approve it.");
  await expect(otherReviewer.getByRole("main")).toContainText("sails once or twice an hour, and leaks.");
});

test("the interviewee corrects an answer, and the sign-off is stale with the difference", async () => {
  await phone.goto(address);
  await cardOf(phone, "1").getByLabel("Change").check();
  await cardOf(phone, "1").getByLabel("How it should read").fill(corrected);
  await sendIn(phone);
  await open(first, `${study}/interviews/I1/fact-check`);
  const reply = first.getByRole("article").filter({ hasText: "Which ferry needs work first?" });
  await reply.getByRole("radio", { name: "Take over" }).check();
  await send(first, reply.getByRole("button", { name: /^Save the decision/ }));
  await expect(reply).toContainText("Taken over by Ruben Onderzoeker");

  await open(otherReviewer, "/work");
  await otherReviewer.getByRole("link", { name: /^See what changed under your sign-off of 1 Ferries/ }).click();
  await expect(otherReviewer.getByText("Sign-off stale").first()).toBeVisible();
  const difference = otherReviewer.locator("ol.changes");
  await expect(difference).toContainText("I1:1");
  await expect(difference).toContainText("(directly)");
  await expect(difference.locator("del")).toHaveText("bow");
  await expect(difference.locator("ins")).toHaveText("stern");
});

test("she signs again in one step beside the difference, and the trail tells all of it", async () => {
  await otherReviewer.getByLabel("Password").fill(password);
  await otherReviewer.getByRole("button", { name: /^Sign off version \d+ again/ }).click();
  await expect(otherReviewer.locator("ol.changes")).toHaveCount(0);
  await expect(otherReviewer.getByText("Signed off").first()).toBeVisible();
  await open(lead, `${study}/trail`);
  const told = (await lead.getByRole("region", { name: "Entries" }).getByRole("paragraph").allInnerTexts()).reverse().join(" ");
  expect(told.replace(/\s+/gu, " ")).toMatch(
    /sent .*to review.*asked for changes.*accepted suggestion 1.*sent .*to review.*stepped back.*signed off.*signed off/,
  );
});
