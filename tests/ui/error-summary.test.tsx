import { describe, expect, it } from "vitest";
import type { languages } from "~/domain/tool-language";
import { SignInForm } from "~/features/accounts/sign-in-form";
import nl from "~/locales/nl";
import { ErrorSummary } from "~/ui/error-summary";
import { filesBelow, read } from "../support/source-files";
import { readMarkup, tagsOf } from "./markup";
import { renderOnServer } from "./render";

const sources = ["app/features", "app/routes", "app/ui"].flatMap((folder) =>
  filesBelow(folder).map((file) => ({ file, text: read(file) })),
);

type Line = [to: string | undefined, words: string];

/** The lines of the summary: where each leads, and its words. */
async function linesOf(page: Parameters<typeof renderOnServer>[0], language: (typeof languages)[number]): Promise<Line[]> {
  const lines = tagsOf(readMarkup(await renderOnServer(page, language)), "a");
  return lines.map((line) => [line.attributes.get("href"), line.text().trim()]);
}

const nothingTyped = { fields: { email: ["required"], password: ["required"] }, form: [], values: { email: [""] } };
const wrongPassword = { fields: { email: ["sign-in"] }, form: [], values: { email: ["lead@example.org"] } };
const signIn = (problem: typeof nothingTyped | typeof wrongPassword) => (
  <SignInForm problem={problem} to="/work" parked={false} ended={false} chosen={false} />
);

describe("signing in after a password was chosen", () => {
  it("says that it was saved", async () => {
    const page = <SignInForm problem={undefined} to="/work" parked={false} ended={false} chosen />;
    expect(await renderOnServer(page, "nl")).toContain(nl.signIn.chosen);
  });
});

describe("the summary of what is wrong", () => {
  it("names the field of each line", async () => {
    expect(await linesOf(signIn(nothingTyped), "nl")).toEqual([
      ["#f-email", "Mailadres: vul dit in"],
      ["#f-password", "Wachtwoord: vul dit in"],
    ]);
    expect(await linesOf(signIn(nothingTyped), "en")).toEqual([
      ["#f-email", "Mail address: fill this in"],
      ["#f-password", "Password: fill this in"],
    ]);
  });

  it("says a name once, where the message holds it", async () => {
    expect(await linesOf(signIn(wrongPassword), "en")).toEqual([["#f-email", "The mail address or the password is not right"]]);
  });

  it("lets a question lead to its message, and leaves an abbreviation as it is written", async () => {
    const errors = [
      { field: "state", name: "Is de vraag gesteld?", message: "Kies er een" },
      { field: "doi", name: "Adres", message: "DOI ontbreekt" },
    ];
    expect(await linesOf(<ErrorSummary errors={errors} />, "nl")).toEqual([
      ["#f-state", "Is de vraag gesteld? Kies er een"],
      ["#f-doi", "Adres: DOI ontbreekt"],
    ]);
  });
});

describe("every form", () => {
  it("has fields whose name the summary knows", () => {
    const asked = sources.flatMap(({ text }) => [...text.matchAll(/\berror\("([a-zA-Z]+)"\)/gu)].map(([, name]) => name ?? ""));
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked)].filter((name) => !Object.hasOwn(nl.fieldNames, name))).toEqual([]);
  });

  it("has its summary below the head of its page", () => {
    const above = sources.filter(({ text }) => {
      const [head, summary] = [text.indexOf("<PageHead"), text.indexOf("<ErrorSummary")];
      return head >= 0 && summary >= 0 && summary < head;
    });
    expect(above.map(({ file }) => file)).toEqual([]);
  });
});
