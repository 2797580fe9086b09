import { expect, test, type Page } from "@playwright/test";
import { compileFirstDraft } from "./support/editions";
import { editor, open, password, people, send, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/bridges";
const said = "The northern bridge moves under every cart and needs work first.";
const found = "The northern bridge needs work before any other.";
const changed = "The northern bridge needs work before winter.";

let lead: Page;
let researcher: Page;
let author: Page;
let reviewer: Page;
let commissioner: Page;

test.beforeAll(async ({ browser }) => {
  lead = await signedIn(browser, "lead");
  researcher = await signedIn(browser, "researcher");
  author = await signedIn(browser, "secondResearcher");
  reviewer = await signedIn(browser, "reviewer");
  commissioner = await signedIn(browser, "commissioner");
});

test.afterAll(async () => {
  for (const page of [lead, researcher, author, reviewer, commissioner]) await page.context().close();
});

test("the lead starts a study from a protocol file", async () => {
  await open(lead, "/assessments/new");
  await lead.getByLabel("File", { exact: true }).setInputFiles("tests/e2e/fixtures/bridges.yaml");
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByText("In order").first()).toBeVisible();
  await lead.getByLabel("Address").fill("bridges");
  await lead.getByRole("button", { name: "Make the assessment" }).click();
  await expect(lead).toHaveURL(study);
});

test("the lead adds members by mail, assigns a section and freezes the protocol", async () => {
  const members = [
    { email: people.researcher, role: /^Researcher/ },
    { email: people.secondResearcher, role: /^Researcher/ },
    { email: people.reviewer, role: /^Reviewer/ },
    { email: people.commissioner, role: /^Commissioning staff/ },
  ];
  for (const { email, role } of members) {
    await open(lead, `${study}/team`);
    await lead.getByLabel("Mail address").fill(email);
    await lead.getByRole("radio", { name: role }).check();
    await lead.getByRole("button", { name: "Add a person" }).click();
    await expect(lead.getByRole("cell", { name: email })).toBeVisible();
  }
  await open(lead, `${study}/sections/1`);
  await lead.getByRole("group", { name: "Who writes" }).getByLabel("Sanne Onderzoeker").check();
  await lead.getByRole("group", { name: "Who reviews" }).getByLabel("Bas Beoordelaar").check();
  await lead.getByRole("button", { name: "Save assignment" }).click();
  await expect(lead.getByRole("main")).toContainText(/Writer\s*Sanne Onderzoeker/);
  await open(lead, `${study}/protocol/freeze`);
  await lead.getByRole("button", { name: "Freeze protocol" }).click();
  await expect(lead.getByText(/^Frozen .* by Ilse Hoofdonderzoeker\./)).toBeVisible();
});

test("the researcher plans an interview, agrees on consent, holds it and fills in an answer", async () => {
  await open(researcher, `${study}/interviewees/new`);
  await researcher.getByLabel("Kind of organisation").selectOption({ label: "Bridge keeper" });
  await researcher.getByLabel("Role (English) (optional)").fill("Keeper of the northern bridge");
  await researcher.getByRole("button", { name: "Add an interviewee" }).click();
  await expect(researcher).toHaveURL(/interviewees\/P1$/);
  await open(researcher, `${study}/interviews/new`);
  await researcher.getByRole("checkbox", { name: /^P1/ }).check();
  await researcher.getByLabel("Language of the conversation").selectOption({ label: "English" });
  await researcher.getByLabel(/^Agreed with whom/).fill("The ministry");
  await researcher.getByLabel(/^Agreed on/).fill("01-03-2022");
  await researcher.getByRole("button", { name: "Plan interview" }).click();
  await expect(researcher).toHaveURL(/interviews\/I1/);
  await open(researcher, `${study}/interviews/I1/participants`);
  const consent = researcher.getByRole("region", { name: /^P1/ });
  await consent.getByRole("radio", { name: "organisation and role", exact: true }).check();
  await consent.getByLabel("May be quoted word for word").check();
  await consent.getByLabel(/^Consent given on/).fill("14-03-2022");
  await consent.getByLabel(/^How it was recorded/).fill("Signed form");
  await send(researcher, consent.getByRole("button", { name: "Save what was agreed" }));
  await open(researcher, `${study}/interviews/I1`);
  await researcher.getByLabel("Day of the conversation").fill("15-03-2022");
  await researcher.getByRole("button", { name: "Mark as held" }).click();
  const answer = researcher.getByRole("form", { name: "Answer I1:1" });
  await answer.getByRole("radio", { name: "Asked", exact: true }).check();
  await answer.getByLabel(/^Record, in the third person/).fill(said);
  await answer.getByLabel(/^Record, in the third person/).blur();
  await expect(researcher.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await open(researcher, `${study}/interviews/I1`);
  await expect(researcher.getByLabel(/^Record, in the third person/)).toHaveValue(said);
});

test("the researcher adds an actor, the lead opens a round, the researcher rates and sends", async () => {
  await open(researcher, `${study}/actors/new`);
  await researcher.getByLabel("Name", { exact: true }).fill("Bridge Works Veldmark");
  await researcher.getByRole("button", { name: "Add this actor" }).click();
  await expect(researcher).toHaveURL(/actors\/O1$/);
  await open(lead, `${study}/actors/rounds`);
  await lead.getByLabel("Name (EN)").fill("Upkeep");
  await lead.getByLabel("Name (NL)").fill("Onderhoud");
  await lead.getByRole("group", { name: "Raters" }).getByLabel("Ruben Onderzoeker").check();
  await lead.getByRole("button", { name: "Open the round" }).click();
  await expect(lead.getByRole("region", { name: "Round 1: Upkeep" })).toBeVisible();
  await open(researcher, `${study}/actors/O1/rate?round=1`);
  const rating = researcher.getByRole("form", { name: "K1 Upkeep" });
  await rating.getByRole("radio", { name: /Weak/ }).check();
  await rating.getByLabel("Justification").fill("Two of three repairs came a year late.");
  await rating.getByLabel("Own expertise").check();
  await rating.getByRole("button", { name: "Save rating" }).click();
  await expect(researcher.getByText("1 of 1 ratings filled in")).toBeVisible();
  await expect(rating.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();
  await open(researcher, `${study}/actors/rounds/1/send`);
  await researcher.getByRole("button", { name: "Send my round" }).click();
  await expect(researcher.getByRole("heading", { level: 1 })).not.toHaveText(/Send/);
});

test("a second researcher writes a finding on the answer and sends the section to review", async () => {
  await open(author, `${study}/sections/1/edit`);
  await author.getByRole("button", { name: "Finding" }).click();
  await editor(author, "Words of F1").fill(found);
  await editor(author, "Words of F1").blur();
  await expect(author.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await expect(author.getByText("8 words")).toBeVisible();
  await author.getByRole("link", { name: "Find evidence F1" }).click();
  await author.getByRole("complementary", { name: "Evidence for F1" }).getByRole("button", { name: "Cite I1:1", exact: true }).click();
  await expect(author.getByRole("complementary", { name: "Evidence for F1" })).toContainText("cited here: supports");
  await sendToReview();
});

async function sendToReview() {
  await open(author, `${study}/sections/1/send`);
  await author.getByRole("button", { name: "Send to review" }).click();
  await expect(author.getByText("In review").first()).toBeVisible();
}

test("the reviewer asks for a change, the author changes, the reviewer signs off with password", async () => {
  await open(reviewer, `${study}/sections/1/review`);
  await expect(reviewer.getByText(found)).toBeVisible();
  await reviewer.getByRole("link", { name: "Ask for changes" }).click();
  await reviewer.getByLabel("What has to change").fill("Say by when.");
  await send(reviewer, reviewer.getByRole("button", { name: "Ask for changes" }));
  await open(author, `${study}/sections/1/edit`);
  await expect(author.getByText("Say by when.")).toBeVisible();
  await editor(author, "Words of F1").fill(changed);
  await author.getByRole("button", { name: "Save F1", exact: true }).click();
  await expect(author.getByRole("status").filter({ hasText: "Saved at" }).first()).toBeVisible();
  await sendToReview();
  await open(reviewer, `${study}/sections/1/review`);
  await expect(reviewer.getByText(changed)).toBeVisible();
  await reviewer.getByRole("link", { name: /^Sign off version/ }).click();
  await reviewer.getByLabel("Password").fill(password);
  await reviewer.getByRole("button", { name: /^Sign off version/ }).click();
  await expect(reviewer.getByText("Signed off").first()).toBeVisible();
});

test("the lead compiles a draft and releases the concept; the commissioner reads it and nothing else", async () => {
  await open(commissioner, `${study}/editions`);
  await expect(commissioner.getByText("No edition has been released to you yet.")).toBeVisible();
  await compileFirstDraft(lead, study);
  await open(lead, `${study}/editions/1/release`);
  await lead.getByLabel(/^I have read who will see the edition/).check();
  await lead.getByRole("button", { name: "Release edition 1" }).click();
  await expect(lead).toHaveURL(`${study}/editions/1`);
  await open(commissioner, `${study}/editions/1/read/1`);
  await expect(commissioner.getByRole("main")).toContainText(changed);
  for (const path of ["interviews", "interviews/I1", "sections", "sections/1", "trail", "team", "actors"]) {
    const response = await commissioner.goto(`${study}/${path}`);
    expect(response?.status(), path).toBe(404);
  }
});

test("the trail tells it in order and is whole", async () => {
  await open(lead, `${study}/trail`);
  const sentences = (await lead.getByRole("region", { name: "Entries" }).getByRole("paragraph").allInnerTexts())
    .reverse()
    .join(" ")
    .replace(/\s+/g, " ");
  const story = [
    /started the assessment.*added Ruben Onderzoeker to the team.*assigned section 1.*froze the protocol/,
    /froze the protocol.*planned interview I1.*marked interview I1 as held.*recorded answer I1:1/,
    /recorded answer I1:1.*added actor O1.*opened rating round 1 \(Upkeep\).*rated O1:K1.*sent the own ratings of round 1/,
    /sent the own ratings.*cited I1:1.*sent section 1 \(Bridges\) to review.*asked for changes to section 1 \(Bridges\).*wrote in.*sent section 1 \(Bridges\) to review/,
    /asked for changes.*signed off section 1.*compiled edition 1\.1.*released edition 1\.1/,
  ];
  for (const chapter of story) expect(sentences).toMatch(chapter);
  await lead.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(lead.getByRole("status").filter({ hasText: /^Yes/ })).toBeVisible();
});
