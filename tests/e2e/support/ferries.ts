import { expect, type Browser, type Page } from "@playwright/test";
import { open, people, send, signedIn, type Role } from "./people";

/** Makes the small fictional study of the ferries at an address of its own, with members besides its lead. */
export async function makeFerries(lead: Page, slug: string, members: readonly Role[]): Promise<string> {
  const study = `/assessments/${slug}`;
  await open(lead, "/assessments/new");
  await lead.getByLabel("File", { exact: true }).setInputFiles("tests/e2e/fixtures/ferries.yaml");
  await lead.getByRole("button", { name: "Read the file" }).click();
  await expect(lead.getByText("In order").first()).toBeVisible();
  await lead.getByLabel("Address").fill(slug);
  await lead.getByRole("button", { name: "Make the assessment" }).click();
  await expect(lead).toHaveURL(study);
  for (const member of members) {
    await open(lead, `${study}/team`);
    await lead.getByLabel("Mail address").fill(people[member]);
    await lead.getByRole("radio", { name: /reviewer/i.test(member) ? /^Reviewer/ : /^Researcher/ }).check();
    await lead.getByRole("button", { name: "Add a person" }).click();
    await expect(lead.getByRole("cell", { name: people[member] })).toBeVisible();
  }
  return study;
}

/** Says who writes and who reviews the first section, and freezes the protocol. */
export async function assignAndFreeze(lead: Page, study: string, writers: readonly string[], reviewers: readonly string[]) {
  await open(lead, `${study}/sections/1`);
  for (const name of writers) await lead.getByRole("group", { name: "Who writes" }).getByLabel(name).check();
  for (const name of reviewers) await lead.getByRole("group", { name: "Who reviews" }).getByLabel(name).check();
  await send(lead, lead.getByRole("button", { name: "Save assignment" }));
  await expect(lead.getByRole("main")).toContainText(/Writers?\s/);
  await open(lead, `${study}/protocol/freeze`);
  await lead.getByRole("button", { name: "Freeze protocol" }).click();
  await expect(lead.getByText(/^Frozen .* by Ilse Hoofdonderzoeker\./)).toBeVisible();
}

/** Plans the first interview with a keeper of a ferry, who is named by kind of organisation and role, and marks it as held. */
export async function holdInterview(researcher: Page, study: string) {
  await open(researcher, `${study}/interviewees/new`);
  await researcher.getByLabel("Kind of organisation").selectOption({ label: "Ferryman" });
  await researcher.getByLabel("Role (English) (optional)").fill("Keeper of the southern ferry");
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
  await consent.getByRole("radio", { name: "kind of organisation and role", exact: true }).check();
  await consent.getByLabel(/^Consent given on/).fill("14-03-2022");
  await consent.getByLabel(/^How it was recorded/).fill("Signed form");
  await send(researcher, consent.getByRole("button", { name: "Save what was agreed" }));
  await open(researcher, `${study}/interviews/I1`);
  await researcher.getByLabel("Day of the conversation").fill("15-03-2022");
  await researcher.getByRole("button", { name: "Mark as held" }).click();
}

/** Writes what was said down, one record per question of the guide, without script. */
export async function recordAnswers(browser: Browser, study: string, records: readonly string[]) {
  const plain = await signedIn(browser, "researcher", "en", { javaScriptEnabled: false });
  for (const [place, record] of records.entries()) {
    await plain.goto(`${study}/interviews/I1`);
    const answer = plain.getByRole("form", { name: `Answer I1:${place + 1}` });
    await answer.getByRole("radio", { name: "Asked", exact: true }).check();
    await answer.getByLabel(/^Record, in the third person/).fill(record);
    await answer.getByRole("button", { name: /^Save/ }).click();
    await expect(answer.getByLabel(/^Record, in the third person/)).toHaveValue(record);
  }
  await plain.context().close();
}

/** Makes the link with which the interviewee checks her record, and returns its address. */
export async function makeLink(researcher: Page, study: string): Promise<string> {
  await open(researcher, `${study}/interviews/I1/fact-check`);
  await researcher.getByRole("button", { name: "Make a link" }).click();
  const field = researcher.getByLabel("Address of the link");
  await expect(field).toBeVisible();
  return field.inputValue();
}

/** The card of one answer on the page of the interviewee. */
export const cardOf = (phone: Page, code: string) =>
  phone.locator("section.ans").filter({ has: phone.getByRole("heading", { name: new RegExp(`^${code}`) }) });

/** Sends what the interviewee chose, after the page that sums it up. */
export async function sendIn(phone: Page) {
  await phone.getByRole("button", { name: "Look over and send" }).click();
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Received");
}
