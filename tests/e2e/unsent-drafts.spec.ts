import { expect, test, type Page } from "@playwright/test";
import { open, signedIn } from "./support/people";

const written = "/assessments/sec-in-oda/sections/3.5/edit";

/** Lets nothing through that a form sends by itself, as a lost connection does; pages can still be opened. */
async function loseConnection(page: Page) {
  await page.route("**/*", (route) => (route.request().headers()["x-autosave"] ? route.abort() : route.fallback()));
}

/** Types in the first text of the page and waits until that is kept on the device. */
async function typeUnsent(page: Page) {
  await open(page, written);
  await page.locator("[contenteditable=true]").first().pressSequentially("Not sent. ");
  await expect(page.getByText("There is no connection.").first()).toBeVisible();
}

test("what could not be sent is listed on My work, leads to its page, and is thrown away after asking once more", async ({ browser }) => {
  const page = await signedIn(browser, "researcher");
  await loseConnection(page);
  await typeUnsent(page);
  await open(page, "/work");
  const kept = page.locator("section", { has: page.getByRole("heading", { name: "Kept on this device, not sent" }) });
  await expect(kept.getByRole("listitem")).toHaveCount(1);
  await kept.getByRole("link").click();
  await expect(page).toHaveURL(written);
  await expect(page.getByText("Unsent work is kept on this device.")).toBeVisible();
  await open(page, "/work");
  await kept.getByRole("button", { name: /^Throw away/ }).click();
  await kept.getByRole("button", { name: /^Keep it/ }).click();
  await expect(kept.getByRole("listitem")).toHaveCount(1);
  await kept.getByRole("button", { name: /^Throw away/ }).click();
  await kept.getByRole("button", { name: /^Throw away for good/ }).click();
  await expect(kept).toHaveCount(0);
  await open(page, "/work");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(kept).toHaveCount(0);
  await page.context().close();
});

test("signing out warns of unsent work, and throws it away only when told to", async ({ browser }) => {
  const page = await signedIn(browser, "researcher");
  await loseConnection(page);
  await typeUnsent(page);
  await open(page, "/account");
  const signOut = async () => {
    await page.locator("summary.me").click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
  };
  await signOut();
  await expect(page.getByRole("alert")).toContainText("1 piece of unsent work is kept on this device.");
  await page.getByRole("link", { name: "Stay and look" }).click();
  await expect(page).toHaveURL("/work");
  await expect(page.getByRole("heading", { name: "Kept on this device, not sent" })).toBeVisible();
  await open(page, "/account");
  await signOut();
  await page.getByRole("button", { name: "Sign out and throw away" }).click();
  await expect(page).toHaveURL(/sign-in/);
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("grondslag", 1);
        opening.onsuccess = () => {
          const counted = opening.result.transaction("drafts").objectStore("drafts").count();
          counted.onsuccess = () => resolve(counted.result);
        };
      }),
  );
  expect(left).toBe(0);
  await page.context().close();
});

test("signing out without unsent work asks nothing", async ({ browser }) => {
  const page = await signedIn(browser, "secondResearcher");
  await open(page, "/account");
  await page.locator("summary.me").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.context().close();
});
