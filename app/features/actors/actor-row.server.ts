import type { LocalText } from "~/domain/local-text";

/** An actor as filled in; levels and countries are lists of short texts, `focus` may be without text. */
export interface ActorInput {
  name: string;
  kind: LocalText;
  levels: readonly string[];
  focus: LocalText;
  countries: readonly string[];
  url: string | null;
}

/** The columns of an actor as filled in. */
export function rowOfActor({ name, kind, levels, focus, countries, url }: ActorInput) {
  return {
    name,
    kind: JSON.stringify(kind),
    levels: JSON.stringify(levels),
    focus: JSON.stringify(focus),
    countries: JSON.stringify(countries),
    url,
  };
}
