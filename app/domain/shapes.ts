import { z } from "zod";
import { readDate } from "./forms/read-date";

// The shapes of fields that forms have in common. A message is a key of the locale namespace `problems`.

const tidy = (text: string) => text.trim();
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** One line of text that has to be filled in, its ends trimmed; `max` counts UTF-16 units. */
export function line(max: number) {
  return z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(max, "too-long")
        .regex(/^[^\n]*$/u, "one-line"),
    );
}

/** One line of text that may be empty: then `null`. */
export function optionalLine(max: number) {
  return z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .max(max, "too-long")
        .regex(/^[^\n]*$/u, "one-line"),
    )
    .transform((text) => text || null)
    .default(null);
}

/** A name or a title: one line without invisible characters and reversals of direction. */
export function nameLine(max: number) {
  return line(max).refine((text) => !invisible.test(text), "invisible");
}

/** Text of several lines that has to be filled in, kept as typed. */
export function prose(max: number) {
  return z.string().regex(/\S/u, "required").max(max, "too-long");
}

/** Text of several lines that may be empty, kept as typed. */
export function optionalProse(max: number) {
  return z.string().max(max, "too-long").default("");
}

/** A mail address, as typed but for its ends. */
export const mailAddress = z
  .string()
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(254, "too-long")
      .regex(/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\]+$/u, "email"),
  );

/** The form in which mail addresses are compared: no two accounts have the same. */
export function foldedAddress(address: string): string {
  return address.trim().normalize("NFC").toLowerCase();
}

/** A day typed as `14-03-2022` or in another way that is clear, as `2022-03-14`; empty is `null`. */
export const optionalDay = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const day = readDate(typed);
    if (day?.length === "2022-03-14".length) return day;
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });

/** A year, a month or a day as people write one, as `2022`, `2022-03` or `2022-03-14`; empty is `null`. */
export const optionalDate = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const date = readDate(typed);
    if (date !== null) return date;
    context.addIssue({ code: "custom", message: "year-or-date" });
    return z.NEVER;
  });

/** A tick box: ticked or not sent at all. */
export const tick = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** The version of a record that a form was read at. */
export const versionRead = z
  .string()
  .regex(/^\d{1,9}$/u, "unknown")
  .transform(Number);

/** The key by which a form that comes again is known; null for a form without one. */
export const formKey = z
  .string()
  .regex(/^[\w:.+-]{8,120}$/u, "unknown")
  .optional()
  .transform((key) => key ?? null);

/** The id of a record in a form: a UUID, or the form is not ours. */
export const idRead = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, "unknown");
