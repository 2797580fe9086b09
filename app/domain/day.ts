const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });

/** The day in the Netherlands at a moment, as `2026-11-24`: days of a study are compared as such texts. */
export function dayAt(moment: Date): string {
  return calendar.format(moment);
}
