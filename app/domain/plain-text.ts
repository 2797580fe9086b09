import { z } from "zod";
import { hasControlCharacters, withPlainNewlines } from "./text/characters";

/** Keys of what can be wrong with a typed text; the words stand in the locales. */
export type TextProblem = "required" | "too-long" | "control-characters";

const lineBreaks = /[\n\u2028\u2029]/u;
/** Bidi marks, overrides and isolates, zero-width characters, soft hyphen, byte order mark. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

const typed = z.string({ error: "required" });
const line = typed
  .transform((text) => withPlainNewlines(text).trim())
  .refine((text) => !hasControlCharacters(text) && !lineBreaks.test(text), { error: "control-characters" });
const prose = typed.transform(withPlainNewlines).refine((text) => !hasControlCharacters(text), { error: "control-characters" });

const filled = (text: string) => text.trim() !== "";
const within = (max: number) => (text: string) => text.length <= max;
const visible = (text: string) => !invisible.test(text);

/** One line that must be filled: its ends trimmed, otherwise as typed. `max` counts UTF-16 units, as `maxlength` does. */
export function oneLine(max: number) {
  return line.refine(filled, { error: "required" }).refine(within(max), { error: "too-long" });
}

/** A text of several lines that must be filled: as typed, but CRLF becomes LF. `max` counts UTF-16 units. */
export function longText(max: number) {
  return prose.refine(filled, { error: "required" }).refine(within(max), { error: "too-long" });
}

/** A name or an address: one line, that also refuses what reorders or hides letters (bidi overrides, zero-width characters). */
export function nameText(max: number) {
  return oneLine(max).refine(visible, { error: "control-characters" });
}

/** A text of several lines that may stay empty: absent or blank becomes null, otherwise as `longText`. */
export function optionalText(max: number) {
  return orNull(prose.refine(within(max), { error: "too-long" }));
}

/** One line that may stay empty: absent or blank becomes null, otherwise as `oneLine`. */
export function optionalLine(max: number) {
  return orNull(line.refine(within(max), { error: "too-long" }));
}

/** A name or an address that may stay empty: absent or blank becomes null, otherwise as `nameText`. */
export function optionalName(max: number) {
  return orNull(line.refine(within(max), { error: "too-long" }).refine(visible, { error: "control-characters" }));
}

function orNull(text: z.ZodType<string, string>) {
  return z
    .union([text, z.null()], { error: "required" })
    .optional()
    .transform((value) => (typeof value === "string" && filled(value) ? value : null));
}
