import { dayAt } from "~/domain/day";
import { dateFormat, numberFormat } from "~/domain/formats";
import type { Language } from "~/domain/tool-language";
import { localeOf } from "./language";

/** A moment, or a calendar day `yyyy-mm-dd` that has no hour and so no time zone. */
export type When = Date | string;

const zone = "Europe/Amsterdam";
const dayText = /^\d{4}-\d{2}-\d{2}$/;

function write(when: When, language: Language, options: Intl.DateTimeFormatOptions): string {
  const day = typeof when === "string" && dayText.test(when);
  const date = typeof when === "string" ? new Date(day ? `${when}T00:00:00Z` : when) : when;
  return dateFormat(localeOf[language], { ...options, timeZone: day ? "UTC" : zone })
    .format(date)
    .replace(",", "");
}

/** "14 March 2022", "14 maart 2022". */
export function longDate(when: When, language: Language): string {
  return write(when, language, { day: "numeric", month: "long", year: "numeric" });
}

/** A date known to the year, the month or the day (`2022`, `2022-03`, `2022-03-14`): "2022", "March 2022", "14 March 2022". Anything else as it is. */
export function looseDate(date: string, language: Language): string {
  if (dayText.test(date)) return longDate(date, language);
  return /^\d{4}-\d{2}$/u.test(date) ? write(`${date}-01`, language, { month: "long", year: "numeric" }) : date;
}

/** "Monday 14 March 2022", for a day that is near. */
export function weekdayDate(when: When, language: Language): string {
  return write(when, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "16 Mar", "16 mrt", for a table; with the year when it is not that of `now`. */
export function tableDate(when: When, language: Language, now?: Date): string {
  const short = write(when, language, { day: "numeric", month: "short" }).replace(".", "").replace("Sept", "Sep");
  const year = yearOf(when);
  return now && year !== yearOf(now) ? `${short} ${year}` : short;
}

/** "09:42", of 24 hours. */
export function clock(when: When, language: Language): string {
  return write(when, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "09:42:17". */
export function clockSeconds(when: When, language: Language): string {
  return write(when, language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

/** "14 March 2022, 09:42". */
export function dateTime(when: When, language: Language): string {
  return `${longDate(when, language)}, ${clock(when, language)}`;
}

/** How many days a date lies after `now`, counted in days of the calendar: 0 today, -1 yesterday. */
export function daysFrom(when: When, now: Date): number {
  return Math.round((Date.parse(dayOf(when)) - Date.parse(dayOf(now))) / 86_400_000);
}

/** The day as `yyyy-mm-dd`, in the time zone of the tool. */
export function dayOf(when: When): string {
  if (typeof when === "string" && dayText.test(when)) return when;
  return dayAt(typeof when === "string" ? new Date(when) : when);
}

/** The day as it is typed in a date field: "14-03-2022". */
export function typedDate(when: When): string {
  return dayOf(when).split("-").reverse().join("-");
}

function yearOf(when: When): string {
  return dayOf(when).slice(0, 4);
}

/** "4,812", "4.812"; `digits` fixes the number of decimals. */
export function number(value: number, language: Language, digits?: number): string {
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(localeOf[language], fixed).format(value);
}

/** The size of a file: "740 kB", "12.3 MB", "12,3 MB"; a megabyte is 1,048,576 bytes, as in the limits. */
export function fileSize(bytes: number, language: Language): string {
  const megabytes = bytes / 1_048_576;
  if (megabytes >= 1) return `${number(megabytes, language, megabytes < 100 ? 1 : 0)} MB`;
  return `${number(Math.max(1, Math.round(bytes / 1024)), language)} kB`;
}

/** An agreement statistic: always two decimals. */
export function coefficient(value: number, language: Language): string {
  return number(value, language, 2);
}

/** "12 of 22" and above 20 also "(55%)": a share never stands without its n. */
export function share(part: number, whole: number, language: Language): string {
  const of = language === "nl" ? "van" : "of";
  const percentage = whole > 20 ? ` (${Math.round((part / whole) * 100)}%)` : "";
  return `${number(part, language)} ${of} ${number(whole, language)}${percentage}`;
}

const currencyWords: Record<string, string> = { EUR: "euro", USD: "dollar", GBP: "pond" };

/** "USD 62.5 million", "62,5 miljoen dollar": an amount in whole units of its currency. */
export function money(amount: number, currency: string, language: Language): string {
  const { value, step } = scaled(amount);
  const words = [number(value, language), step && stepWords[language][step]].filter(Boolean).join(" ");
  return language === "nl" ? `${words} ${currencyWords[currency] ?? currency}` : `${currency} ${words}`;
}

const stepWords = { en: { million: "million", billion: "billion" }, nl: { million: "miljoen", billion: "miljard" } } as const;

function scaled(amount: number): { value: number; step?: "million" | "billion" } {
  if (Math.abs(amount) >= 1e9) return { value: amount / 1e9, step: "billion" };
  return Math.abs(amount) >= 1e6 ? { value: amount / 1e6, step: "million" } : { value: amount };
}
