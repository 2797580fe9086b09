import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PrintFoot } from "~/features/editions/print-foot";
import { renderOnServer } from "./render";

const at = new Date("2026-12-13T10:00:00Z");
const edition = {
  ...{ number: 2, draft: 3, hash: `${"0123456789abcdef".repeat(3)}fedcba98765432${"10"}`, releasedAt: at, compiledAt: at },
  ...{ languages: ["nl"], files: [], path: "/assessments/theme/editions/2", query: "", onlyDraft: undefined },
};
const print = readFileSync(new URL("../../app/ui/styles/print.css", import.meta.url), "utf8");

describe("the foot of a printed edition", () => {
  it("names the edition with its fingerprint, and the draft where it is one", async () => {
    const foot = await renderOnServer(<PrintFoot edition={edition} />, "en", "/");
    expect(foot).toContain("Edition 2 · sha256 0123 4567 89ab cdef … 3210");
    expect(await renderOnServer(<PrintFoot edition={{ ...edition, onlyDraft: 3 }} />, "nl", "/")).toContain("Editie 2, versie 3 ·");
  });

  it("stands on each page beside its number", () => {
    expect(print).toMatch(/@bottom-left \{\s+content: var\(--print-foot, ""\)/u);
    expect(print).toMatch(/@bottom-right \{\s+content: counter\(page\) " \/ " counter\(pages\)/u);
  });
});
