import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import en from "~/locales/en";
import nl from "~/locales/nl";

type Texts = { [key: string]: string | Texts };

/** Every text by its full key. */
function flat(texts: Texts, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const own = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(own, value);
    else for (const [inner, text] of flat(value, own)) found.set(inner, text);
  }
  return found;
}

/** What a text asks for: its arguments with their kind, and its elements. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = `${element.value}:${element.type}`;
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return [own, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
    return element.type === TYPE.tag ? [own, ...argumentsOf(element.children)] : [own];
  });
  return [...new Set(names)].sort();
}

const dutch = flat(nl);
const english = flat(en);

describe("the texts of the tool", () => {
  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it.each([...dutch.keys()])("ask for the same arguments: %s", (key) => {
    const asked = (text: string | undefined) => argumentsOf(parse(text ?? "", { shouldParseSkeletons: false }));
    expect(asked(english.get(key))).toEqual(asked(dutch.get(key)));
  });

  it.each([
    ["Dutch", dutch],
    ["English", english],
  ])("are never empty in %s", (_, texts) => {
    expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("speak to nobody with “je”, and never plead or cheer", () => {
    const wrong = [...dutch].filter(([, text]) => /\b(je|jij|jouw|gelieve|oeps)\b|\p{L}!/iu.test(text)).map(([key]) => key);
    const pleading = [...english].filter(([, text]) => /\b(please|oops|sorry)\b|\p{L}!/iu.test(text)).map(([key]) => key);
    expect([...wrong, ...pleading]).toEqual([]);
  });
});
