import { expect, test } from "@playwright/test";
import { open, signedIn } from "./support/people";

const section = "/assessments/sec-in-oda/sections/summary-en";

test("what somebody else saves appears without reload, and who is there and on what", async ({ browser }) => {
  const reader = await signedIn(browser, "reviewer");
  const writer = await signedIn(browser, "lead");
  await open(reader, section);
  await open(writer, `${section}/edit`);
  await expect(reader.getByText(/ is in this section/)).toBeVisible();
  await expect(writer.getByText(/ is in this section/)).toBeVisible();

  const words = writer.locator("[contenteditable=true]").first();
  await words.click();
  await writer.keyboard.press("Control+End");
  await writer.keyboard.type(" Seen elsewhere.");
  await expect(reader.getByText("Seen elsewhere.")).toBeVisible();
  await expect(reader.getByRole("status").filter({ hasText: / changed / })).toBeVisible();
  // Her own page keeps what she types and where she is while it is read again.
  await writer.keyboard.type(" And on.");
  await expect(words).toContainText("Seen elsewhere. And on.");
  await expect(words).toBeFocused();

  await writer.goto("/work");
  await expect(reader.getByText(/ is in this section/)).toHaveCount(0);
  await Promise.all([reader.context().close(), writer.context().close()]);
});
