import { readDate } from "~/domain/forms/read-date";
import type { CslDate } from "./csl-item";

/** A date of CSL as `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; null = there is none, or it is told in other words. Of a period the beginning counts. */
export function dateFromCsl(date: CslDate): string | null {
  const parts = (date["date-parts"]?.[0] ?? []).filter((part) => part !== null && part !== "").map(String);
  if (parts.length > 0) return readDate([parts[0]?.padStart(4, "0"), ...parts.slice(1)].join("-"));
  return readDate((date.raw ?? date.literal ?? "").split("/").slice(0, 3).filter(Boolean).join("-"));
}

/** What a date of CSL says that is no date, to show it to a person. */
export function wordsOfDate(date: CslDate): string {
  return date.literal ?? date.raw ?? (date["date-parts"] ?? []).map((parts) => parts.join("-")).join("/");
}

/** A date of ours as a date of CSL; what is no date keeps its words. */
export function cslFromDate(text: string): CslDate {
  const date = readDate(text);
  return date === null ? { literal: text } : { "date-parts": [date.split("-").map(Number)] };
}
