import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const section = "/assessments/sec-in-oda/sections/4.7";

/** Selects the first words of the first statement, as somebody does who drags over them. */
async function selectWords(page: Page): Promise<void> {
  await page
    .locator(".stm [data-at]")
    .first()
    .evaluate((part) => {
      const text = part.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 4);
    });
}

test("a passage is commented on by key, kept until it is sent, answered and resolved", async ({ browser }) => {
  const reviewer = await signedIn(browser, "reviewer");
  await open(reviewer, section);
  await selectWords(reviewer);
  await expect(reviewer.getByRole("button", { name: "Comment", exact: true })).toBeVisible();
  await reviewer.keyboard.press("c");
  const words = reviewer.getByRole("textbox", { name: "Comment" });
  await expect(words).toBeFocused();
  await reviewer.keyboard.type("Is there a second origin? @Ilse");
  await expect(reviewer.getByRole("option")).toHaveCount(1);
  await reviewer.keyboard.press("Enter");
  await expect(words).toHaveValue("Is there a second origin? @Ilse Hoofdonderzoeker ");
  await reviewer.getByRole("button", { name: "Place comment" }).click();
  const own = reviewer.getByRole("article").filter({ hasText: "Is there a second origin?" });
  await expect(own).toContainText("Draft");
  await expect(own.locator("mark")).toBeVisible();

  const lead = await signedIn(browser, "lead");
  await open(lead, `${section}?points=all`);
  await expect(lead.getByText("Is there a second origin?")).toHaveCount(0);
  await reviewer.getByRole("button", { name: "Send them now" }).click();
  await expect(reviewer.getByRole("button", { name: "Send them now" })).toHaveCount(0);

  await open(lead, "/assessments/sec-in-oda/comments?which=mentions");
  await lead.getByRole("listitem").filter({ hasText: "Is there a second origin?" }).getByRole("link").first().click();
  await expect(lead.locator("mark.cm-mark")).toBeVisible();
  await lead.getByRole("textbox", { name: "Answer" }).fill("Yes, in the second report.");
  await lead.getByRole("button", { name: /^Send answer/ }).click();
  await expect(lead.locator(".answers")).toContainText("Yes, in the second report.");
  await lead.getByRole("button", { name: /^Resolve/ }).click();
  await expect(lead.getByText("Resolved by Ilse Hoofdonderzoeker,")).toBeVisible();
});
