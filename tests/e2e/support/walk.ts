import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import {
  administratorAddresses,
  commissionerAddresses,
  leadAddresses,
  outsiderAddresses,
  publicAddresses,
  researcherAddresses,
} from "./addresses";
import { inLanguage, signedIn, type Role } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const wide = { name: "wide", width: 1440, height: 900 };
const narrow = { name: "narrow", width: 390, height: 844 };
/** At which width axe reads a page: most of a walk's time goes there, and no rule asks for a language and a width together. */
const examined = { en: wide, nl: narrow };

/** A folder for a picture of every page at each width, if somebody wants to look at them. */
const screens = process.env["GRONDSLAG_E2E_SCREENS"];

/** What the browser complains of: errors on the console, exceptions, and refusals of the content security policy. */
async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const refused = /status of 40[49]/.test(message.text());
    if (message.type() === "error" && !refused) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy refused ${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return complaints;
}

/** What axe finds, a line for each rule. Our pages hold no frames, so no page of their own is needed to put results together; details are made of violations only. */
export async function findViolations(page: Page): Promise<string[]> {
  const options = { runOnly: { type: "tag" as const, values: tags }, resultTypes: ["violations" as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
  return violations.map(({ id, nodes }) => {
    const targets = nodes.slice(0, 3).map(({ target }) => target.join(" "));
    return `${id} at ${targets.join(" | ")}`;
  });
}

/** One address: what axe finds, the heading, the title, and what the browser complains of at each width, each as a line. */
async function problemsOf(page: Page, address: string, language: "nl" | "en", screen: string, complaints: string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const one of [wide, narrow]) {
    await page.setViewportSize({ width: one.width, height: one.height });
    if (one === wide) await page.goto(address, { waitUntil: "load" });
    if (one === examined[language]) problems.push(...(await findViolations(page)));
    if (screens) await page.screenshot({ path: join(screens, `${screen}-${one.name}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) problems.push(`scrolls sideways by ${sideways}px at 320px`);
  const headings = await page.getByRole("heading", { level: 1 }).count();
  if (headings !== 1) problems.push(`${headings} first headings`);
  if (!(await page.title()).endsWith("Grondslag")) problems.push(`title is “${await page.title()}”`);
  problems.push(...complaints.splice(0));
  return problems;
}

function nameOf(address: string): string {
  return address.replace(/^\/(assessments\/sec-in-oda)?/, "").replace(/[^a-z0-9.]+/gi, "_") || "overview";
}

async function expectAllInOrder(page: Page, who: string, language: "nl" | "en", addresses: readonly string[]) {
  const complaints = await listen(page);
  for (const address of addresses) {
    await test.step(`${address} in ${language}`, async () => {
      const found = await problemsOf(page, address, language, `${who}-${language}-${nameOf(address)}`, complaints);
      expect.soft(found, `${address} as ${who} in ${language}`).toEqual([]);
    });
  }
}

const seenBy: readonly (readonly [Role, readonly string[]])[] = [
  ["lead", leadAddresses],
  ["commissioner", commissionerAddresses],
  ["researcher", researcherAddresses],
  ["outsider", outsiderAddresses],
  ["administrator", administratorAddresses],
];

/** Every kind of page as everyone who has it, in one language: each role is a test. */
export function walkIn(language: "nl" | "en"): void {
  for (const [role, addresses] of seenBy)
    test(`pages of the ${role} are in order in ${language}`, async ({ browser }) => {
      test.setTimeout(15_000 * addresses.length + 60_000);
      const page = await signedIn(browser, role, language);
      await expectAllInOrder(page, role, language, addresses);
      await page.context().close();
    });

  test(`pages for anyone are in order in ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto("/sign-in");
    await inLanguage(page, language);
    await expectAllInOrder(page, "anyone", language, publicAddresses);
  });
}
