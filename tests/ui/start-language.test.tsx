import { describe, expect, it } from "vitest";
import { useStartLanguage } from "~/ui/intl";
import { renderOnServer } from "./render";

function Start({ languages }: { languages: readonly string[] }) {
  return <span>{useStartLanguage(languages)}</span>;
}

describe("the language in which a new text starts", () => {
  it.each([
    ["en", ["nl", "en"], "en"],
    ["nl", ["en", "nl"], "nl"],
    ["en", ["nl", "fr"], "nl"],
    ["nl", [], ""],
  ] as const)("read in %s, in a study in %j: %s", async (language, languages, expected) => {
    expect(await renderOnServer(<Start languages={languages} />, language)).toBe(`<span>${expected}</span>`);
  });
});
