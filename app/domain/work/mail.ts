import { dayAfter, dayAt } from "~/domain/day";
import type { WaitingTask } from "./task";

/** When a person wants mail about what waits for her: at once, once a day, or never. */
export const mailTimes = ["instant", "daily", "off"] as const;

/** A time of mail. */
export type MailTime = (typeof mailTimes)[number];

/** What a person chose: when, and for once a day the hour in the Netherlands, 0 to 23. */
export interface MailChoice {
  when: MailTime;
  hour: number;
}

/** What holds until a person chooses. */
export const standardMailChoice: MailChoice = { when: "daily", hour: 8 };

/** A choice as it is stored: `daily 8`. */
export function storedMailChoice({ when, hour }: MailChoice): string {
  return `${when} ${hour}`;
}

/** The choice that a stored text holds; the standard one for a text that holds none. */
export function readMailChoice(stored: string | undefined): MailChoice {
  const [, time, hour] = /^(\w+) (\d{1,2})$/u.exec(stored ?? "") ?? [];
  const when = mailTimes.find((one) => one === time);
  return when && Number(hour) < 24 ? { when, hour: Number(hour) } : standardMailChoice;
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" });

/** The moment of an hour of a day in the Netherlands; an hour that a day skips is the next one. */
function momentOf(day: string, hour: number): Date {
  const utc = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00.000Z`).getTime();
  const moments = [2, 1].map((ahead) => new Date(utc - ahead * 3_600_000));
  return moments.find((one) => Number(clock.format(one)) === hour && dayAt(one) === day) ?? new Date(utc - 3_600_000);
}

/** When mail about something that began to wait at a moment is due; null for a person who wants none. */
export function mailDueAt({ when, hour }: MailChoice, at: Date): Date | null {
  if (when === "off") return null;
  if (when === "instant") return at;
  const today = dayAt(at);
  return [momentOf(today, hour), momentOf(dayAfter(today, 1), hour)].find((one) => one > at) ?? at;
}

/** One text for each thing that a task is about, as it waits this time: what comes later, and the same task that waits again later, has another. */
export function occurrencesOf(assessmentId: string, { key, since, news }: Pick<WaitingTask, "key" | "since" | "news">): string[] {
  const each = news.length > 0 ? news : [since?.toISOString() ?? ""];
  return each.map((one) => `${assessmentId} ${key} ${one}`.trimEnd());
}

/** So often a mail is offered to the mail server before it is given up. */
const mostTries = 6;

/** When a mail that was refused is offered again: after 5 minutes, then each time three times as long; null when it was offered often enough. */
export function nextTryAt(tries: number, at: Date): Date | null {
  return tries >= mostTries ? null : new Date(at.getTime() + 5 * 60_000 * 3 ** (tries - 1));
}
