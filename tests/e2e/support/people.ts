import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";

/** The accounts of the demo, all with the password of the demo. */
export const people = {
  lead: "lead@example.org",
  researcher: "researcher1@example.org",
  secondResearcher: "researcher2@example.org",
  reviewer: "reviewer1@example.org",
  secondReviewer: "reviewer2@example.org",
  commissioner: "commissioner@example.org",
  administrator: "admin@example.org",
  outsider: "outsider@example.org",
} as const;

export type Role = keyof typeof people;
export const password = "grondslag-demo";

/** Signs a person in, in a browser of her own, in the language asked for. */
export async function signedIn(
  browser: Browser,
  role: Role,
  language: "nl" | "en" = "en",
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: language === "nl" ? "nl-NL" : "en-GB", ...options });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(people[role]);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main form button[type="submit"]').click();
  await expect(page).not.toHaveURL(/sign-in/);
  await inLanguage(page, language);
  return page;
}

/** Chooses the language of the tool with the switch in the band. */
export async function inLanguage(page: Page, language: "nl" | "en") {
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  await page.locator(`.lang [lang="${language}"]`).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Opens a page and waits until its script has taken over: what is typed from here on saves by itself. */
export async function open(page: Page, path: string) {
  await page.goto(path);
  await hydrated(page);
}

/** Waits until React has put its page in the place of what the server drew: before that, an element that is clicked may be replaced under the pointer. */
async function hydrated(page: Page) {
  await page.waitForFunction(() => {
    const roots: Record<string, { stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } } } }> = Object.fromEntries(
      Object.entries(document),
    );
    const name = Object.keys(roots).find((each) => each.startsWith("__reactContainer$"));
    return name !== undefined && roots[name]?.stateNode?.current?.memoizedState?.isDehydrated === false;
  });
}

/** The editor of a text, which has taken the place of the plain field. */
export function editor(page: Page, label: string): Locator {
  return page.getByRole("textbox", { name: label }).and(page.locator("[contenteditable=true]"));
}

/** Presses a button that sends its form, and waits until the server has answered it. */
export async function send(page: Page, button: Locator) {
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === "POST" &&
      !response.request().headers()["x-autosave"] &&
      // Who is on a page is told by itself, at any moment.
      !response.url().endsWith("/presence"),
  );
  await button.click();
  await answered;
}
