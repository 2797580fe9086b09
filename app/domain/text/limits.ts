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

/** What a cross reference may lead to: a section, a statement, or the table of a data block. */
export const referenceKinds = ["section", "statement", "table"] as const;
/** What a cross reference may lead to. */
export type ReferenceKind = (typeof referenceKinds)[number];

/** Says whether a value is a kind of thing that a cross reference may lead to. */
export function isReferenceKind(value: unknown): value is ReferenceKind {
  return referenceKinds.some((kind) => kind === value);
}

const figureKey = /^[a-z][a-z-]{0,39}(?::[A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,4}$/;
const figureText = /^[\p{L}\p{N}\p{Sc}%+−-](?:[\p{L}\p{N}\p{Sc}\p{Zs}%.,:;+−–/'’-]{0,58}[\p{L}\p{N}\p{Sc}%.)])?$/u;

/** Says whether a value names a figure: a word, and what narrows it after colons, as `answers:22b`. */
export function isFigureKey(value: unknown): value is string {
  return typeof value === "string" && figureKey.test(value);
}

/** Says whether a value may be what a figure shows: a number as it reads, at most 60 units. */
export function isFigureText(value: unknown): value is string {
  return typeof value === "string" && figureText.test(value);
}

/** Says whether a value may be the number to which an author kept another: such a number, or nothing. */
export function isKeptText(value: unknown): value is string {
  return value === "" || isFigureText(value);
}

/** Says whether a value is a level of heading within a block: 2, 3 or 4. */
export function isHeadingLevel(value: unknown): value is 2 | 3 | 4 {
  return value === 2 || value === 3 || value === 4;
}
