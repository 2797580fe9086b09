import { hasControlCharacters } from "./characters";

/** Largest document of one block: bytes of its JSON in UTF-8, nodes, levels of lists, and nesting of its JSON. */
export const TEXT_LIMITS = { bytes: 100_000, nodes: 5_000, listLevels: 3, depth: 32 };

/** Longest note in UTF-16 units. */
export const NOTE_LENGTH = 2_000;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const address = /^(?:https?:\/\/[^\s<>"\\^`{|}]+|mailto:[^\s<>"\\^`{|}@]+@[^\s<>"\\^`{|}@]+)$/i;

/** Says whether a value names a link: a UUID in lower case. */
export function isLinkId(value: unknown): value is string {
  return typeof value === "string" && uuid.test(value);
}

/** Says whether a value may stand behind a link in a text: http, https or mailto, at most 2,000 units. */
export function isHref(value: unknown): value is string {
  return typeof value === "string" && value.length <= 2_000 && !hasControlCharacters(value) && address.test(value);
}

/** Says whether a value may be the text of a note: one line, not blank, at most `NOTE_LENGTH`. */
export function isNote(value: unknown): value is string {
  return (
    typeof value === "string" && value.length <= NOTE_LENGTH && value.trim() !== "" && !value.includes("\n") && !hasControlCharacters(value)
  );
}

/** Says whether a value is a level of heading within a block: 2, 3 or 4. */
export function isHeadingLevel(value: unknown): value is 2 | 3 | 4 {
  return value === 2 || value === 3 || value === 4;
}
