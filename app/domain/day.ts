const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });

/** The day in the Netherlands at a moment, as `2026-11-24`: days of a study are compared as such texts. */
export function dayAt(moment: Date): string {
  return calendar.format(moment);
}

/** The day so many days after another, both as `2026-11-24`. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00.000Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The last millisecond of a day in the Netherlands, which ends at 22 or 23 hours UTC. */
export function endOfDay(day: string): Date {
  const late = new Date(`${day}T22:59:59.999Z`);
  return dayAt(late) === day ? late : new Date(`${day}T21:59:59.999Z`);
}
