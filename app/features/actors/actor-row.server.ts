import { readCountries } from "~/domain/actors/countries";
import type { LocalText } from "~/domain/local-text";
import { readLevels } from "./level-words.server";

/**
 * An actor as filled in; levels and countries are lists of keys or short texts, `focus` may be without text. Other names that are left out stay
 * what they were.
 */
export interface ActorInput {
  name: string;
  otherNames?: readonly string[];
  kind: LocalText;
  levels: readonly string[];
  focus: LocalText;
  countries: readonly string[];
  url: string | null;
}

/** An actor of whom nothing is known but its name. */
export function namedActor(name: string): ActorInput {
  return { name, kind: {}, levels: [], focus: {}, countries: [], url: null };
}

/** The columns of an actor as filled in; a level is kept by its key and a country as its code where it is named in one of the languages. */
export function rowOfActor({ name, otherNames, kind, levels, focus, countries, url }: ActorInput, languages: readonly string[] = []) {
  return {
    name,
    ...(otherNames && { otherNames: storedNames(otherNames, name) }),
    kind: JSON.stringify(kind),
    levels: JSON.stringify(readLevels(levels)),
    focus: JSON.stringify(focus),
    countries: JSON.stringify(readCountries(countries, languages)),
    url,
  };
}

/** Other names as they are kept: each once, without the name itself; nothing where there are none. */
export function storedNames(names: readonly string[], name: string): string | null {
  const others = [...new Set(names)].filter((one) => one !== name && one !== "");
  return others.length === 0 ? null : JSON.stringify(others);
}
