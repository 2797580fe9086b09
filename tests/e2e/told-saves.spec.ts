import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { open, signedIn, type Role } from "./support/people";

test.describe.configure({ mode: "serial" });

const study = "/assessments/sec-in-oda";

/** A form with a button: where it is, what it holds, and what the status line says once it was saved. */
interface Told {
  path: string;
  /** Its button. */
  button: RegExp;
  fill?: (form: Locator) => Promise<unknown>;
  says?: string | RegExp;
  /** What it is refused for. */
  spoil?: (form: Locator) => Promise<unknown>;
}

/** Fills the first field of that name. */
const put = (name: string, text: string) => (form: Locator) => form.locator(`[name="${name}"]`).first().fill(text);
const all =
  (...fills: ((form: Locator) => Promise<unknown>)[]) =>
  async (form: Locator) => {
    for (const fill of fills) await fill(form);
  };

const ofLead: Readonly<Record<string, Told>> = {
  password: {
    path: "/account",
    button: /^Change password/,
    spoil: all(put("currentPassword", "wrong"), put("newPassword", "a".repeat(20))),
  },
  mail: { path: "/account", button: /^Save mail/, says: "You chose what you get mail about, and when." },
  keys: { path: "/account", button: /^Save keys/, says: "You chose whether keys of one letter work." },
  settings: {
    path: `${study}/settings`,
    button: /^Save settings/,
    fill: put("startsOn", "02-01-2022"),
    says: "You changed the settings of",
    spoil: put("startsOn", "99"),
  },
  "settings as they were": {
    path: `${study}/settings`,
    button: /^Save settings/,
    says: "Nothing changed. What you sent was there already.",
  },
  team: {
    path: `${study}/team`,
    button: /^Save Sanne/,
    fill: put("endsOn", "31-12-2030"),
    says: "You changed the role or end date of Sanne",
    spoil: put("endsOn", "99"),
  },
  "assignment of a section": {
    path: `${study}/sections/2.7`,
    button: /^Save assignment/,
    fill: all((form) => form.locator("[name=reviewers]:not(:checked)").first().check(), put("dueOn", "01-12-2030")),
    says: "You assigned section 2.7. You set when section 2.7 is due.",
    spoil: put("dueOn", "99"),
  },
  "new actor": {
    path: `${study}/actors/new`,
    button: /^Add this actor/,
    fill: put("name", "Harbour Watch"),
    says: /You added actor O\d+\./,
    spoil: put("name", ""),
  },
  actor: {
    path: `${study}/actors/O1`,
    button: /^Save actor/,
    fill: put("name", "WePROTECT"),
    says: "You changed actor O1.",
    spoil: put("name", ""),
  },
  source: {
    path: `${study}/sources/S01`,
    button: /^Save source/,
    fill: put("publisher", "Interagency Working Group"),
    says: "You changed source S01.",
    spoil: put("title", ""),
  },
  excerpt: {
    path: `${study}/sources/S01`,
    button: /^Add an excerpt/,
    fill: all(put("text", "Words have consequences."), put("place", "p. 2")),
    says: /You added excerpt S01:\d+\./,
    spoil: put("text", ""),
  },
  intervention: {
    path: `${study}/interventions/V1`,
    button: /^Save intervention/,
    fill: put("description", "Seven strategies that belong together."),
    says: "You changed intervention V1.",
    spoil: put("title", ""),
  },
  "point of an option": {
    path: `${study}/options/W1`,
    button: /^Save point W1\.1/,
    fill: put("text", "Closest to the children concerned."),
    says: "You changed a point of option W1.1.",
    spoil: put("text", ""),
  },
  limitation: {
    path: `${study}/limitations`,
    button: /^Save limitation L1/,
    fill: put("text", "Few of those concerned were heard."),
    says: "You changed limitation L1.",
    spoil: put("text", ""),
  },
  alignment: {
    path: `${study}/alignments/bhos/bhos-g1`,
    button: /^Save judgement/,
    fill: put("reasons", "Prevention begins before a conflict."),
    says: "You judged the alignment of",
    spoil: put("reasons", ""),
  },
  deviation: {
    path: `${study}/protocol/deviations/1`,
    button: /^Save effect/,
    fill: put("effect@nl", "De planning schoof een maand op."),
    says: "You put the effect of deviation 1 otherwise.",
  },
  interviewee: {
    path: `${study}/interviewees/P1`,
    button: /^Save name and contact/,
    fill: put("contact", "p1@example.org"),
    says: "You changed name or contact of interviewee P1.",
  },
  "new interviewee": { path: `${study}/interviewees/new`, button: /^Add an interviewee/, spoil: () => Promise.resolve() },
  interview: {
    path: `${study}/interviews/I1/participants`,
    button: /^Save particulars/,
    fill: put("agreedWith", "The ministry and the commissioner"),
    says: "You changed the particulars of interview I1.",
    spoil: put("agreedOn", "99"),
  },
  comment: {
    path: `${study}/sections/1.2`,
    button: /^Place comment/,
    fill: put("text", "Which years does this cover?"),
    says: /You commented on section 1\.2 \(1\.2 #\d+\)\./,
    spoil: put("text", ""),
  },
  "version that was read": {
    path: `${study}/sections/1.2/review`,
    button: /^I have read version/,
    says: "You said that you have read this version.",
  },
};

/** The name of an account that no other test reads. */
const ofOutsider: Readonly<Record<string, Told>> = {
  "own account": {
    path: "/account",
    button: /^Save name/,
    fill: put("name", "Eva E. Elders"),
    says: "You changed the account of Eva E. Elders.",
    spoil: put("name", ""),
  },
};

const ofAdministrator: Readonly<Record<string, Told>> = {
  account: {
    path: "/admin/accounts",
    button: /^Create account/,
    fill: all(put("name", "Vera Verhuis"), put("email", "vera@example.org")),
    says: "You made the account of Vera Verhuis.",
    spoil: put("email", "vera"),
  },
};

const pages = new Map<string, Page>();
test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
});

async function pageOf(browser: Browser, role: Role, javaScriptEnabled = true): Promise<Page> {
  const key = `${role} ${String(javaScriptEnabled)}`;
  const page = pages.get(key) ?? (await signedIn(browser, role, "en", { javaScriptEnabled }));
  pages.set(key, page);
  return page;
}

/** Opens a page, with everything that it folds. */
async function openUnfolded(page: Page, path: string) {
  await open(page, path);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
  });
}

const formOf = (page: Page, button: RegExp) =>
  page
    .locator("main form")
    .filter({ has: page.getByRole("button", { name: button }) })
    .first();
const press = (form: Locator, button: RegExp) => form.getByRole("button", { name: button }).first().click();
const lineOf = (page: Page) => page.getByRole("status").filter({ hasText: /^(Saved|Nothing changed)\./ });

/** What is refused first, so that nothing is altered before it is saved. */
function walk(role: Role, forms: Readonly<Record<string, Told>>) {
  for (const [name, { path, button, fill, says, spoil }] of Object.entries(forms)) {
    if (spoil)
      test(`${name}: what is wrong has the focus`, async ({ browser }) => {
        const page = await pageOf(browser, role);
        await openUnfolded(page, path);
        const form = formOf(page, button);
        await spoil(form);
        await press(form, button);
        await expect(page.getByRole("alert")).toBeFocused();
        await expect(page.getByRole("alert").getByRole("listitem").first()).toBeVisible();
        await expect(lineOf(page)).toHaveCount(0);
      });
    if (says)
      test(`${name}: the status line says what was saved, and has the focus`, async ({ browser }) => {
        const page = await pageOf(browser, role);
        await openUnfolded(page, path);
        const form = formOf(page, button);
        await fill?.(form);
        await press(form, button);
        await expect(lineOf(page)).toContainText(says);
        await expect(lineOf(page)).toBeFocused();
      });
  }
}

walk("lead", ofLead);
walk("outsider", ofOutsider);
walk("administrator", ofAdministrator);

test("the line goes with its page, and the focus is at the head of the next", async ({ browser }) => {
  const page = await pageOf(browser, "lead");
  await open(page, `${study}/settings`);
  await press(formOf(page, /^Save settings/), /^Save settings/);
  await expect(lineOf(page)).toBeFocused();
  await open(page, `${study}/limitations`);
  await expect(lineOf(page)).toHaveCount(0);
  await page.locator("main").getByRole("link").first().click();
  await expect(page).not.toHaveURL(/limitations/);
  await expect(page.locator("main h1")).toBeFocused();
});

test("without script the line and what is wrong have the focus too", async ({ browser }) => {
  const page = await pageOf(browser, "secondResearcher", false);
  await page.goto("/account");
  const form = formOf(page, /^Save name/);
  await put("name", "")(form);
  await press(form, /^Save name/);
  await expect(page.getByRole("alert")).toBeFocused();
  await page.goto("/account");
  await press(form, /^Save name/);
  await expect(lineOf(page)).toHaveText("Nothing changed. What you sent was there already.");
  await expect(lineOf(page)).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(lineOf(page)).toHaveCount(0);
});
