import { describe, expect, it } from "vitest";
import en from "~/locales/en";
import nl from "~/locales/nl";

type Texts = { [key: string]: string | Texts };

/** Every text with its full key. */
function flat(texts: Texts, path = ""): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
}

/** Texts that say a word of the list, but for those under a key where it means something else. */
const saying = (texts: Texts, word: RegExp, but: RegExp) => flat(texts).filter(([key, text]) => word.test(text) && !but.test(key));

describe("one word for one thing", () => {
  it.each([
    // The place where a publication appeared, and a place in a source, are not of the study.
    ["an edition is an “editie”", /\buitgave/iu, /^(sources|fieldNames)\./u],
    ["a section is a “sectie”", /\bparagra(af|fen)\b/iu, /^sources\./u],
    ["the design is the “protocol”", /\bonderzoeksopzet/iu, /^$/u],
    ["an excerpt is a “passage”", /\b(fragment|excerpt|citaat)(en)?\b/iu, /^$/u],
  ])("in Dutch: %s", (_, word, but) => {
    expect(saying(nl, word, but)).toEqual([]);
  });

  it.each([
    ["the design is the “protocol”", /\bstudy design/iu, /^$/u],
    ["an interviewee is no “respondent”", /\brespondent/iu, /^$/u],
  ])("in English: %s", (_, word, but) => {
    expect(saying(en, word, but)).toEqual([]);
  });

  it("calls what is signed off a section, in both languages of the document", () => {
    expect([nl.document["approval-section"], en.document["approval-section"]]).toEqual(["Sectie", "Section"]);
  });
});
