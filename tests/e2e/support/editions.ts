import { expect, test, type Page } from "@playwright/test";
import { open } from "./people";

/** Compiles the first draft of a study and opens it. Five files in each language take their time where other tests run beside it. */
export async function compileFirstDraft(lead: Page, study: string) {
  test.setTimeout(240_000);
  await open(lead, `${study}/editions/new`);
  await lead.getByRole("button", { name: "Compile a draft" }).click();
  await lead.getByRole("link", { name: "Open draft 1 of edition 1" }).click({ timeout: 180_000 });
  await expect(lead).toHaveURL(/editions\/1\/drafts\/1$|editions\/1$/);
}
