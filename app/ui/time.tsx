import { useNow, useTranslations } from "use-intl";
import type { When } from "./format";
import { clock, clockSeconds, dateTime, dayOf, daysFrom, longDate, tableDate, weekdayDate } from "./format";
import { useLanguage } from "./intl";

/** The ways a moment is written; `relative` says today or yesterday when it is, and the table date otherwise. */
export type TimeStyle = "long" | "weekday" | "table" | "clock" | "seconds" | "date-time" | "relative";

/** A moment or a day as words, with the machine's form beside it. */
export function Time({ at, as = "long" }: { at: When; as?: TimeStyle }) {
  const text = useTimeText();
  const machine = typeof at === "string" ? at : as === "clock" || as === "seconds" || as === "date-time" ? at.toISOString() : dayOf(at);
  return (
    <time className="num" dateTime={machine}>
      {text(at, as)}
    </time>
  );
}

/** The words of a moment, for places where no element can stand (an attribute, an argument of a text). */
export function useTimeText(): (at: When, as: TimeStyle) => string {
  const language = useLanguage();
  const now = useNow();
  const t = useTranslations("ui.time");
  const writers: Record<TimeStyle, (at: When) => string> = {
    long: (at) => longDate(at, language),
    weekday: (at) => weekdayDate(at, language),
    table: (at) => tableDate(at, language, now),
    clock: (at) => clock(at, language),
    seconds: (at) => clockSeconds(at, language),
    "date-time": (at) => dateTime(at, language),
    relative: (at) => {
      const days = daysFrom(at, now);
      if (days === 0) return t("today");
      return days === -1 ? t("yesterday") : tableDate(at, language, now);
    },
  };
  return (at, as) => writers[as](at);
}
