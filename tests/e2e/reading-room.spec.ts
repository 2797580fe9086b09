import { expect, test } from "@playwright/test";
import { open, signedIn } from "./support/people";

const editions = "/assessments/sec-in-oda/editions";

test("a released edition is read: contents, grounds of a statement, search with the arrow keys, in brief", async ({ browser }) => {
  const reader = await signedIn(browser, "commissioner");
  await open(reader, `${editions}/1/read/2.3`);
  const contents = reader.getByRole("navigation", { name: "Contents of the edition" });
  await expect(contents.locator('[aria-current="page"]')).toHaveText(/^2\.3/);
  await reader
    .locator("#F3")
    .getByRole("link", { name: /^\d+ grounds? F3$/ })
    .click();
  const drawer = reader.locator("[id='gronden-F3']");
  await expect(drawer.getByRole("heading", { level: 2 })).toContainText("ground");
  await expect(drawer.getByText("Signed off")).toBeVisible();
  await reader.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  await contents.getByRole("link", { name: "Search in this edition" }).click();
  const words = reader.getByRole("searchbox", { name: "Words" });
  await words.fill("children");
  await words.press("Enter");
  await expect(reader.getByRole("status")).toContainText("with children.");
  const hits = reader.locator(".hits > li > a");
  await words.press("ArrowDown");
  await expect(hits.nth(0)).toBeFocused();
  await reader.keyboard.press("ArrowDown");
  await expect(hits.nth(1)).toBeFocused();
  await reader.keyboard.press("ArrowUp");
  await expect(hits.nth(0)).toBeFocused();
  await reader.keyboard.press("Enter");
  await expect(reader).toHaveURL(/editions\/1\/read\/[^#]+#\S+$/);
  await contents.getByRole("link", { name: "In brief" }).click();
  await expect(reader.getByRole("heading", { level: 2 }).last()).toHaveText(/^Recommendations?$/);
  await expect(
    reader
      .locator(".brief")
      .getByRole("link", { name: /\bR1\b/ })
      .first(),
  ).toBeVisible();
  await reader.context().close();
});

test("a reader who comes back goes on where she was, also one without script", async ({ browser }) => {
  const reader = await signedIn(browser, "commissioner", "en", { viewport: { width: 1440, height: 400 } });
  await open(reader, `${editions}/1/read/2.3`);
  await reader.locator("#F4").evaluate((statement) => statement.scrollIntoView());
  // Leaving tells where she was; no answer is waited for, so the page may come before it has been kept.
  await reader.goto("/assessments/sec-in-oda/reading");
  const goOn = reader.getByRole("link", { name: /^Go on reading at / });
  await expect(async () => {
    await reader.reload();
    await expect(goOn).toHaveText(/^Go on reading at 2\.3 .*, F4$/, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await goOn.click();
  await expect(reader).toHaveURL(/\/read\/2\.3#F4$/);
  await reader.context().close();

  const plain = await signedIn(browser, "commissioner", "en", { javaScriptEnabled: false });
  await plain.goto(`${editions}/1/read/2.3`);
  const drawer = plain.locator("[id='gronden-F3']");
  await expect(drawer).toBeHidden();
  await plain
    .locator("#F3")
    .getByRole("link", { name: /^\d+ grounds? F3$/ })
    .click();
  await expect(drawer.getByText("Signed off")).toBeVisible();
  await plain.goto(`${editions}/1/read/2.4`);
  await plain.goto(`${editions}/1/read`);
  await plain.getByRole("link", { name: /^Go on reading at 2\.4 / }).click();
  await expect(plain).toHaveURL(/\/read\/2\.4$/);
  await plain.context().close();
});
