import { expect, test, type Page } from "@playwright/test";
import { assignAndFreeze, cardOf, holdInterview, makeFerries, makeLink, recordAnswers, sendIn } from "./support/ferries";
import { editor, open, password, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/ferries";
const records = [
  "The southern ferry leaks and needs work first.",
  "It sails every hour.",
  "The province pays for all of it.",
  "A captain was asleep.",
  "A second engine is needed.",
];
const better = "The province pays for half of it.";
const found = "The southern ferry sails every hour and leaks.";

let lead: Page;
let researcher: Page;
let author: Page;
let reviewer: Page;
let phone: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
  researcher = await signedIn(browser, "researcher");
  author = await signedIn(browser, "secondResearcher");
  reviewer = await signedIn(browser, "reviewer");
  const small = { viewport: { width: 390, height: 844 }, locale: "nl-NL", javaScriptEnabled: false };
  phone = await (await browser.newContext(small)).newPage();
});

test.afterAll(async () => {
  for (const page of [lead, researcher, author, reviewer, phone]) await page.context().close();
});

test("a study asks for a check before an answer is cited", async () => {
  await makeFerries(lead, "ferries", ["researcher", "secondResearcher", "reviewer"]);
  await assignAndFreeze(lead, study, ["Sanne Onderzoeker"], ["Bas Beoordelaar"]);
});

test("an interview is planned, consent is for the kind of organisation and role, and it is held", async ({ browser }) => {
  await holdInterview(researcher, study);
  await recordAnswers(browser, study, records);
});

test("no answer can be cited before it was checked", async () => {
  await open(lead, `${study}/interviews/I1/cite?answer=1`);
  await expect(lead.getByRole("main")).toContainText("I1:1 waits until the interviewee has checked it.");
});

test("the researcher makes a link, and the record is locked while it is out", async () => {
  address = await makeLink(researcher, study);
  await expect(researcher.getByLabel("Text of the mail")).toHaveValue(new RegExp(address.replaceAll(/[.?]/g, "\\$&")));
  await open(researcher, `${study}/interviews/I1/fact-check`);
  await expect(researcher.getByRole("main")).not.toContainText(address);
  await open(researcher, `${study}/interviews/I1`);
  await expect(researcher.getByRole("main")).toContainText("The interviewee is checking this record");
  await expect(researcher.getByLabel(/^Record, in the third person/)).toHaveCount(0);
});

const card = (code: string) => cardOf(phone, code);

test("on a phone without script two answers are confirmed, one corrected, one withdrawn", async () => {
  await phone.goto(address);
  await expect(phone).toHaveURL("/fact-check");
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Check the record of the conversation");
  await expect(phone.getByRole("main")).toContainText("Keeper of the southern ferry, Ferryman");
  expect(await phone.evaluate("document.documentElement.scrollWidth <= 390")).toBe(true);
  await card("1").getByLabel("Correct").check();
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect(phone.getByRole("main")).toContainText("Saved. Nothing has been sent in yet.");
  await phone.goto(address);
  await expect(card("1").getByLabel("Correct")).toBeChecked();
  await card("2").getByLabel("Correct").check();
  await card("3").getByLabel("Change").check();
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await expect(phone.getByRole("alert")).toContainText("change the text, or say in a remark what must change");
  await card("3").getByLabel("How it should read").fill(better);
  await card("4").getByLabel("Withdraw").check();
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await expect(phone.getByRole("main")).toContainText("1 answer is withdrawn at once");
  await expect(phone.getByRole("main")).toContainText("1 answer was not looked at");
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Received");
  await expect(card("3")).toContainText(/pays for\s*all\s*half\s*of it/);
});

test("the correction is discussed first: the note stands beside it on her page, and she sends it in again", async () => {
  const note = "Does the province pay for the diesel too?";
  await open(researcher, `${study}/interviews/I1/fact-check`);
  const reply = researcher.getByRole("article").filter({ hasText: "Who pays for it?" });
  await reply.getByRole("radio", { name: "Discuss with the interviewee" }).check();
  await reply.getByLabel("Reason, or note to the interviewee").fill(note);
  await send(researcher, reply.getByRole("button", { name: /^Save the decision/ }));
  await expect(reply).toContainText("Being discussed");
  await open(researcher, `${study}/interviews/I1`);
  await expect(researcher.getByRole("main")).toContainText("Being discussed");
  await open(researcher, "/work");
  await expect(researcher.getByRole("main")).toContainText("1 correction of I1 being discussed with the interviewee");
  await phone.goto(address);
  await expect(card("3")).toContainText(note);
  await expect(card("3").getByLabel("How it should read")).toHaveValue(better);
  await sendIn(phone);
  await phone.goto(address);
  await expect(card("3")).not.toContainText(note);
});

test("the researcher sees the difference and takes the correction over", async () => {
  await open(researcher, "/work");
  await expect(researcher.getByRole("main")).toContainText("The interviewee corrected 1 answer of I1");
  await open(researcher, `${study}/interviews/I1/fact-check`);
  const reply = researcher.getByRole("article").filter({ hasText: "Who pays for it?" });
  await expect(reply.locator("del")).toHaveText("all");
  await expect(reply.locator("ins")).toHaveText("half");
  await reply.getByRole("radio", { name: "Take over" }).check();
  await send(researcher, reply.getByRole("button", { name: /^Save the decision/ }));
  await expect(reply).toContainText("Taken over by Ruben Onderzoeker");
  await open(researcher, `${study}/interviews/I1`);
  await expect(researcher.getByRole("main")).toContainText("3 of 5 confirmed");
});

test("only what was checked can be cited", async () => {
  await open(author, `${study}/sections/1/edit`);
  await author.getByRole("button", { name: "Finding" }).click();
  await editor(author, "Words of F1").fill(found);
  await editor(author, "Words of F1").blur();
  await expect(author.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await open(author, `${study}/interviews/I1/cite?answer=5`);
  await expect(author.getByRole("main")).toContainText("I1:5 waits until the interviewee has checked it.");
  await open(author, `${study}/interviews/I1/cite?answer=4`);
  await expect(author.getByRole("main")).toContainText("I1:4 is withdrawn.");
  await expect(author.getByRole("main")).not.toContainText("asleep");
  for (const code of ["1", "3"]) {
    await open(author, `${study}/interviews/I1/cite?answer=${code}`);
    await send(author, author.getByRole("button", { name: /supports|Cite/ }).first());
    await expect(author).toHaveURL(/sections\/1\/edit/);
  }
  await open(author, `${study}/statements/F1`);
  await expect(author.getByRole("main")).toContainText(better);
});

test("the matrix shows where each answer stands, and nothing of what was withdrawn", async () => {
  await open(author, `${study}/interviews/matrix`);
  await expect(author.getByRole("main")).toContainText(better);
  await expect(author.getByRole("row", { name: /What went wrong/ })).toContainText("Withdrawn");
  await expect(author.getByRole("main")).not.toContainText("asleep");
});

const withdraw = async (code: string) => {
  await phone.goto(address);
  await card(code).getByLabel("Withdraw").check();
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Withdraw 1 answer now?");
  await phone.getByRole("button", { name: "Withdraw now" }).click();
  await expect(card(code)).toContainText("You withdrew this answer.");
};

test("an answer that is withdrawn while its statement is in review is withheld from the reviewer too", async () => {
  await open(author, `${study}/sections/1/send`);
  await author.getByRole("button", { name: "Send to review" }).click();
  await expect(author.getByText("In review").first()).toBeVisible();
  await open(reviewer, `${study}/sections/1/review`);
  await expect(reviewer.getByRole("main")).toContainText(better);
  await withdraw("3");
  await open(reviewer, `${study}/sections/1/review`);
  await expect(reviewer.getByRole("main")).toContainText("I1:3");
  await expect(reviewer.getByRole("main")).not.toContainText(better);
  await open(lead, "/work");
  await expect(lead.getByRole("main")).toContainText("F1 stands on an answer that was withdrawn");
  await open(lead, `${study}/statements/F1`);
  await expect(lead.getByRole("main")).toContainText(/withdrawn/i);
});

test("an answer that is withdrawn after the sign-off makes the statement stale, and tells the lead", async () => {
  await open(reviewer, `${study}/sections/1/review`);
  await reviewer.getByRole("link", { name: /^Sign off version/ }).click();
  await reviewer.getByLabel("Password").fill(password);
  await reviewer.getByRole("button", { name: /^Sign off version/ }).click();
  await expect(reviewer.getByText("Signed off").first()).toBeVisible();
  await withdraw("1");
  await open(lead, "/work");
  await expect(lead.getByRole("main")).toContainText("F1 stands on answers that were withdrawn");
  await open(reviewer, "/work");
  await expect(reviewer.getByRole("main")).toContainText("See what changed under your sign-off of 1 Ferries");
  await open(reviewer, `${study}/sections/1/review`);
  await expect(reviewer.getByText("Sign-off stale").first()).toBeVisible();
  await expect(reviewer.getByRole("main")).toContainText("I1:1");
  await expect(reviewer.getByRole("main")).not.toContainText(records[0] ?? "");
  await open(lead, `${study}/trail`);
  await expect(lead.getByRole("region", { name: "Entries" })).toContainText("The interviewee withdrew answer I1:1");
});
