import { z } from "zod";

/** Keys of what can be wrong with a typed text; the words stand in the locales. */
export type TextProblem = "required" | "too-long" | "control-characters";

const controls = /(?![\t\n])\p{Cc}/u;
const lineBreaks = /[\n\u2028\u2029]/u;
const loneSurrogate = /\p{Surrogate}/u;
/** Bidi marks, overrides and isolates, zero-width characters, soft hyphen, byte order mark. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** Says whether a text holds what is never stored: a control character (tab and newline are fine) or a lone surrogate. */
export function hasControlCharacters(text: string): boolean {
  return controls.test(text) || loneSurrogate.test(text);
}

/** The text with CRLF as LF; nothing else changes. */
export function withPlainNewlines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

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
    .union([text, z.undefined(), z.null()], { error: "required" })
    .transform((value) => (typeof value === "string" && filled(value) ? value : null));
}
