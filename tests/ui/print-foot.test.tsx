import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PrintFoot } from "~/features/editions/print-foot";
import { renderOnServer } from "./render";

const hash = `${"0123456789abcdef".repeat(3)}fedcba98765432${"10"}`;
const print = readFileSync(new URL("../../app/ui/styles/print.css", import.meta.url), "utf8");

describe("the foot of a printed edition", () => {
  it("names the edition with its fingerprint", async () => {
    const foot = await renderOnServer(<PrintFoot edition={{ name: "Edition 2", hash }} />, "en", "/");
    expect(foot).toContain("Edition 2 · sha256 0123 4567 89ab cdef … 3210");
  });

  it("stands on each page beside its number", () => {
    expect(print).toMatch(/@bottom-left \{\s+content: var\(--print-foot, ""\)/u);
    expect(print).toMatch(/@bottom-right \{\s+content: counter\(page\) " \/ " counter\(pages\)/u);
  });
});
