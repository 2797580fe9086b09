const months: Readonly<Record<string, number>> = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  february: 2,
  feb: 2,
  maart: 3,
  march: 3,
  mrt: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  augustus: 8,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/**
 * The date that a person typed, as `yyyy-mm-dd`, `yyyy-mm` or `yyyy`, or null when it is none: year first, or day first with
 * hyphen, point, slash or space, months as number or by their Dutch or English name. Years have four digits.
 */
export function readDate(typed: string): string | null {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s./-]+/)
    .filter((word) => word !== "");
  const yearFirst = /^\d{4}$/.test(words[0] ?? "");
  const [year, month, day] = yearFirst ? words : [...words].reverse();
  if (words.length < 1 || words.length > 3 || year === undefined || !/^\d{4}$/.test(year)) return null;
  if (month === undefined) return year;
  const monthNumber = Object.hasOwn(months, month) ? months[month] : wholeNumber(month);
  if (monthNumber === undefined || monthNumber < 1 || monthNumber > 12) return null;
  const written = `${year}-${padded(monthNumber)}`;
  if (day === undefined) return written;
  const dayNumber = wholeNumber(day);
  if (dayNumber === undefined || dayNumber < 1 || dayNumber > daysIn(Number(year), monthNumber)) return null;
  return `${written}-${padded(dayNumber)}`;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

function padded(value: number): string {
  return String(value).padStart(2, "0");
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
