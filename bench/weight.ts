import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { copyOfExamples, root } from "./folder";
import type { Finding } from "./report";
import { serve } from "./server";
import playwright from "../playwright.config";

const study = "/assessments/sec-in-oda";
const pages: readonly [subject: string, path: string, ready: string, goals: readonly [must: number, aim: number]][] = [
  ["script of a reading page", `${study}/editions/1/read/1`, "main", [130, 105]],
  ["script of a section as it is read", `${study}/sections/3.5`, "main", [130, 105]],
  ["script of the editor", `${study}/sections/3.5/edit`, ".ProseMirror", [230, 180]],
];

/** The scripts that a page has loaded once it has come alive, gzipped, in kB. */
async function scriptsOf(page: Page, path: string, ready: string): Promise<{ kB: number; files: number }> {
  const names = new Set<string>();
  const note = (url: string) => url.endsWith(".js") && names.add(new URL(url).pathname);
  page.on("response", (response) => note(response.url()));
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}.`);
  await page.locator(ready).first().waitFor();
  const sizes = [...names].map((name) => gzipSync(readFileSync(join(root, "build/client", name)), { level: 9 }).length);
  return { kB: sizes.reduce((total, size) => total + size, 0) / 1000, files: names.size };
}

/** How much script a page loads in a browser that comes to it first, gzipped. */
export async function* weight(): AsyncGenerator<Finding> {
  const served = await serve(copyOfExamples());
  const browser = await chromium.launch(playwright.use?.launchOptions);
  try {
    for (const [subject, path, ready, [must, aim]] of pages) {
      const context = await browser.newContext({ baseURL: served.origin, locale: "nl-NL" });
      const page = await context.newPage();
      const signIn = { email: "lead@example.org", password: "grondslag-demo", to: "/work" };
      await context.request.post("/sign-in", { form: signIn, headers: { origin: served.origin } });
      const { kB, files } = await scriptsOf(page, path, ready);
      const common = { bench: "weight", subject, anchor: null, value: kB, unit: "kB", better: "lower", must, aim } as const;
      yield { ...common, note: `${files} files, as a browser asks for them` };
      await context.close();
    }
  } finally {
    await browser.close();
    await served.stop();
  }
}
