import { languages, type Language } from "~/domain/tool-language";

/** What can stand in braces in a cover, a head or a foot of a template and is filled in. */
export const placeholders = ["title", "client", "date", "classification", "edition"] as const;

/** What is filled in. */
export type Placeholder = (typeof placeholders)[number];

/** What each is called in braces, in either language of the tool: both are read in any template. */
const names: Readonly<Record<Language, Readonly<Record<Placeholder, string>>>> = {
  nl: { title: "titel", client: "opdrachtgever", date: "datum", classification: "rubricering", edition: "editie" },
  en: { title: "title", client: "client", date: "date", classification: "classification", edition: "edition" },
};

const known: ReadonlyMap<string, Placeholder> = new Map(
  placeholders.flatMap((one) => languages.map((language) => [names[language][one], one])),
);
const written = new RegExp(String.raw`\{\s*(${[...known.keys()].join("|")})\s*\}`, "giu");

/** Placeholders as they are written in a template, in braces, in a language. */
export function placeholderList(which: readonly Placeholder[], language: Language): string {
  return which.map((one) => `{${names[language][one]}}`).join(", ");
}

/** What is to be filled in in a text, by name; the names in braces may be Dutch. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(written)].flatMap(([, name = ""]) => placeholderOf(name) ?? []);
}

/** A text with everything in braces that is known filled in. */
export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(written, (whole, name: string) => {
    const placeholder = placeholderOf(name);
    return placeholder ? values[placeholder] : whole;
  });
}

function placeholderOf(name: string): Placeholder | undefined {
  return known.get(name.toLowerCase());
}
