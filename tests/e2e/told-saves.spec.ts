import { expect, test, type Browser, type Page } from "@playwright/test";
import { open, signedIn, type Role } from "./support/people";

test.describe.configure({ mode: "serial" });

const study = "/assessments/sec-in-oda";

/** A form with a button: where it is, what is filled in, and what the status line then says. */
interface Told {
  name: string;
  path: string;
  fill?: (page: Page) => Promise<unknown>;
  button: RegExp;
  says: string | RegExp;
  then?: RegExp;
}

const typed = (label: string | RegExp, text: string) => (page: Page) => page.getByRole("textbox", { name: label }).first().fill(text);

const ofLead: Told[] = [
  {
    name: "own account",
    path: "/account",
    fill: typed("Name", "Ilse M. Hoofdonderzoeker"),
    button: /^Save name/,
    says: "You changed the account of Ilse M. Hoofdonderzoeker",
  },
  { name: "mail", path: "/account", button: /^Save mail/, says: "You chose what you get mail about, and when." },
  { name: "keys", path: "/account", button: /^Save keys/, says: "You chose whether keys of one letter work." },
  {
    name: "settings",
    path: `${study}/settings`,
    fill: typed(/^Starts on/, "02-01-2022"),
    button: /^Save settings/,
    says: "You changed the settings of",
  },
  {
    name: "settings as they were",
    path: `${study}/settings`,
    button: /^Save settings/,
    says: "Nothing changed. What you sent was there already.",
  },
  {
    name: "team",
    path: `${study}/team`,
    fill: (page) =>
      page
        .getByRole("textbox", { name: /^Access until/ })
        .nth(2)
        .fill("31-12-2030"),
    button: /^Save Sanne/,
    says: "You changed the role or end date of Sanne",
  },
  {
    name: "who writes a section, and by when",
    path: `${study}/sections/2.7`,
    fill: async (page) => {
      await page.locator("input[name=reviewers]:not(:checked)").first().check();
      await page.locator("input[name=dueOn]").fill("01-12-2030");
    },
    button: /^Save/,
    says: /You assigned section 2\.7\. You set when section 2\.7 is due\./,
  },
  { name: "actor", path: `${study}/actors/O1`, fill: typed("Name", "WePROTECT"), button: /^Save actor/, says: "You changed actor O1." },
];

for (const told of ofLead) tells("lead", told);

const pages = new Map<Role, Page>();
test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
});

async function pageOf(browser: Browser, role: Role): Promise<Page> {
  const page = pages.get(role) ?? (await signedIn(browser, role));
  pages.set(role, page);
  return page;
}

/** Opens every fold: what is folded can't be pressed. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
  });

function tells(role: Role, { name, path, fill, button, says }: Told) {
  test(`${name}: the status line says what was saved, and has the focus`, async ({ browser }) => {
    const page = await pageOf(browser, role);
    await open(page, path);
    await unfold(page);
    await fill?.(page);
    await page.locator("main").getByRole("button", { name: button }).first().click();
    const line = page.getByRole("status").filter({ hasText: /^(Saved|Nothing changed)\./ });
    await expect(line).toContainText(says);
    await expect(line).toBeFocused();
  });
}
