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
const widths = [
  { name: "wide", width: 1440, height: 900 },
  { name: "narrow", width: 390, height: 844 },
];

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

/** What axe finds. Our pages hold no frames, so no page of their own is needed to put results together; details are made of violations only. */
function findViolations(page: Page) {
  const options = { runOnly: { type: "tag" as const, values: tags }, resultTypes: ["violations" as const] };
  return new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
}

/** One address at each width: what axe finds, the heading, the title, and what the browser complains of, each as a line. */
async function problemsOf(page: Page, address: string, screen: string, complaints: string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, width, height } of widths) {
    await page.setViewportSize({ width, height });
    if (name === "wide") await page.goto(address, { waitUntil: "load" });
    const { violations } = await findViolations(page);
    for (const { id, nodes } of violations)
      problems.push(
        `${name}: ${id} at ${nodes
          .map(({ target }) => target.join(" "))
          .slice(0, 3)
          .join(" | ")}`,
      );
    if (screens) await page.screenshot({ path: join(screens, `${screen}-${name}.png`), fullPage: true });
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

async function expectAllInOrder(page: Page, who: string, language: string, addresses: readonly string[]) {
  const complaints = await listen(page);
  for (const address of addresses) {
    await test.step(`${address} in ${language}`, async () => {
      const found = await problemsOf(page, address, `${who}-${language}-${nameOf(address)}`, complaints);
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
