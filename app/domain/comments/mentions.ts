import { literally } from "./literally";

/** Somebody who can be named in a comment. */
export interface Mentionable {
  id: string;
  name: string;
}

const goesOn = /^[\p{L}\p{M}\p{N}]/u;

/** The people whose name stands in a text after an `@`, each once; the longest name that fits counts, whatever the case of its letters. */
export function mentionedIn<Person extends Mentionable>(text: string, people: readonly Person[]): Person[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length);
  const found = text
    .split("@")
    .slice(1)
    .flatMap((after) => {
      const folded = after.toLowerCase();
      return byLength.find(({ name }) => folded.startsWith(name.toLowerCase()) && !goesOn.test(after.slice(name.length))) ?? [];
    });
  return [...new Set(found)];
}

/** The beginning of a name that is being typed at a place in a text: what stands after the last `@`; null when none is being typed. */
export function mentionAt(text: string, at: number): { start: number; typed: string } | null {
  const typed = /(?:^|[\s(])@([^@\n]{0,40})$/u.exec(text.slice(0, at))?.[1];
  return typed === undefined ? null : { start: at - typed.length - 1, typed };
}

/** A text cut at the names in it that stand after an `@`: every second piece, from the second on, is such a name with its `@`. */
export function cutAtMentions(text: string, names: readonly string[]): string[] {
  const known = names.filter((name) => name !== "").toSorted((one, other) => other.length - one.length);
  return known.length === 0 ? [text] : text.split(new RegExp(`(@(?:${known.map(literally).join("|")}))`, "giu"));
}
