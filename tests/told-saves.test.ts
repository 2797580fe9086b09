import { describe, expect, it } from "vitest";
import { filesBelow, importsOf, read } from "./support/source-files";

/** Who writes what no trail tells of, and why its page says nothing of it; `told` = it leaves word for the status line. */
const operating: Readonly<Record<string, string>> = {
  "app/features/editions/ask-for-draft.server.ts": "told",
  "app/features/editions/cancel-draft.server.ts": "told",
  "app/features/editions/compile-loop.server.ts": "no form: the program makes the drafts that were asked for",
  "app/features/editions/held-jobs.server.ts": "no form: the program makes the drafts that were asked for",
  "app/features/editions/open-job.server.ts": "no form: a page was opened",
  "app/features/editions/run-compile-job.server.ts": "no form: the program makes the drafts that were asked for",
  "app/features/review-rounds/mark-seen.server.ts": "told by its route",
};

describe("what is saved by a button", () => {
  it("is told on the page that follows, also where no trail tells of it", () => {
    const found = filesBelow("app/features", [".ts", ".tsx"]).filter((file) => /\boperate\(/u.test(read(file)));
    expect(found.sort()).toEqual(Object.keys(operating).sort());
    for (const [file, why] of Object.entries(operating)) expect([file, /\bnoteSaved\(/u.test(read(file))]).toEqual([file, why === "told"]);
    expect(read("app/routes/assessments.$slug.sections.$code.seen.ts")).toMatch(/\bnoteSaved\(/u);
  });
});

/** Pages whose forms hold nothing that can be filled in wrongly, so that they need no place to say so. */
const nothingToFill: readonly string[] = [
  "app/routes/assessments.$slug.editions.jobs.$id.tsx",
  "app/routes/assessments.$slug.questions.$code._index.tsx",
  "app/routes/assessments.$slug.trail._index.tsx",
  "app/routes/mail.off.$token.tsx",
];

/** All that a page draws from, without what the server alone runs. */
function drawnFrom(route: string): Set<string> {
  const known = new Set(filesBelow("app"));
  const seen = new Set<string>();
  const waiting = [route];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || file.includes(".server.")) continue;
    seen.add(file);
    for (const name of importsOf(file)) waiting.push(...[name, `${name}.ts`, `${name}.tsx`].filter((one) => known.has(one)));
  }
  return seen;
}

describe("what is refused", () => {
  const pages = filesBelow("app/routes").filter((file) => {
    const code = read(file);
    return /export (async function|const) action\b/u.test(code) && /export default/u.test(code);
  });

  it("has on every page with a form a place that takes the focus", () => {
    expect(pages.length).toBeGreaterThan(60);
    const without = pages.filter((page) => !drawnFrom(page).has("app/ui/takes-focus.ts"));
    expect(without).toEqual(nothingToFill);
  });
});
