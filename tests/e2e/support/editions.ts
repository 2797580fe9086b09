import { expect, test, type Page } from "@playwright/test";
import { open } from "./people";

/** Asks for a draft in English alone, on its page: five files in each language take their time where other tests run beside it. */
export async function askForDraft(lead: Page) {
  await lead.getByRole("checkbox", { name: "Dutch" }).uncheck();
  await lead.getByRole("button", { name: "Compile a draft" }).click();
}

/** Compiles the first draft of a study and opens it. */
export async function compileFirstDraft(lead: Page, study: string) {
  test.setTimeout(240_000);
  await open(lead, `${study}/editions/new`);
  await askForDraft(lead);
  await lead.getByRole("link", { name: "Open draft 1 of edition 1" }).click({ timeout: 180_000 });
  await expect(lead).toHaveURL(/editions\/1\/drafts\/1$|editions\/1$/);
}
