import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const study = "/assessments/second-protocol";
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, "lead");
});

test.afterAll(async () => {
  await page.context().close();
});

const saved = () => page.getByRole("status").filter({ hasText: "Saved at" }).first();

test("the second protocol becomes a study, from its file", async () => {
  await open(page, "/assessments/new");
  await page.getByLabel("File", { exact: true }).setInputFiles("protocols/evaluation-oecd-dac.yaml");
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check the protocol file");
  await page.getByLabel("Address").fill("second-protocol");
  await page.getByRole("button", { name: "Make the assessment" }).click();
  await expect(page).toHaveURL(study);
  await open(page, `${study}/protocol/freeze`);
  await page.getByRole("button", { name: "Freeze protocol" }).click();
  await expect(page.getByText(/^Frozen .* by Ilse Hoofdonderzoeker\./)).toBeVisible();
});

test("a number of the form of a question is filled in", async () => {
  await open(page, `${study}/questions/3a/answer`);
  await page.getByRole("textbox", { name: /Planned/ }).fill("4200");
  await page.getByRole("textbox", { name: /Planned/ }).blur();
  await expect(saved()).toBeVisible();
  await open(page, `${study}/questions/3a/answer`);
  await expect(page.getByRole("textbox", { name: /Planned/ })).toHaveValue(/^4[,.]?200$/);
  await expect(page.getByText("1 of 2 filled in")).toBeVisible();
});

test("yes, no or unknown is answered with its explanation", async () => {
  await open(page, `${study}/questions/6a/answer`);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await page.getByRole("textbox", { name: "Explanation (English)" }).fill("Two of three networks have no fund.");
  await page.getByRole("textbox", { name: "Explanation (English)" }).blur();
  await expect(saved()).toBeVisible();
  await open(page, `${study}/questions/6a/answer`);
  await expect(page.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Explanation (English)" })).toHaveValue("Two of three networks have no fund.");
});

test("its guide is asked in an interview: a choice and a mark from one to ten", async () => {
  await open(page, `${study}/interviewees/new`);
  await page.getByLabel("Kind of organisation").selectOption({ label: "Water utility" });
  await page.getByRole("button", { name: "Add an interviewee" }).click();
  await expect(page).toHaveURL(/interviewees\/P1$/);
  await open(page, `${study}/interviews/new`);
  await page.getByRole("checkbox", { name: /^P1/ }).check();
  await page.getByLabel("Language of the conversation").selectOption({ label: "English" });
  await page.getByLabel(/^Agreed with whom/).fill("The ministry");
  await page.getByLabel(/^Agreed on/).fill("01-03-2022");
  await page.getByRole("button", { name: "Plan interview" }).click();
  await expect(page).toHaveURL(/interviews\/I1/);
  await open(page, `${study}/interviews/I1`);
  await page.getByLabel("Day of the conversation").fill("15-03-2022");
  await page.getByRole("button", { name: "Mark as held" }).click();
  const choice = page.getByRole("form", { name: "Answer I1:6" });
  await choice.getByRole("radio", { name: "Asked", exact: true }).check();
  await choice.getByRole("radio", { name: "Permits" }).check();
  await choice.getByRole("textbox", { name: /^Record, in the third person/ }).fill("Permits took a year in each city.");
  await choice.getByRole("textbox", { name: /^Record, in the third person/ }).blur();
  await expect(saved()).toBeVisible();
  await open(page, `${study}/interviews/I1`);
  await page.getByRole("link", { name: /held the work up most\? answered/ }).click(); // unfolds what was answered
  await expect(choice.getByRole("radio", { name: "Permits" })).toBeChecked();
});
