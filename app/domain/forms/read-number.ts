const spaces = /[\s\u00a0\u202f']/g;

/**
 * The number that a person typed, or null when it is none. Both separators may be used; where one stands alone, that of the
 * language is the decimal sign (`nl` comma, otherwise point) and the other one groups thousands if three digits follow.
 */
export function readNumber(typed: string, language: string): number | null {
  const text = typed.trim().replace(spaces, "").replace("\u2212", "-");
  if (!/^[+-]?[\d.,]+$/.test(text) || !/\d/.test(text)) return null;
  const decimal = decimalSign(text, language);
  const grouping = decimal === "," ? "." : ",";
  const [whole = "", fraction, ...more] = text.split(decimal);
  if (more.length > 0 || fraction?.includes(grouping) || !isGrouped(whole, grouping)) return null;
  const value = Number(`${whole.replaceAll(grouping, "")}.${fraction ?? "0"}`);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

function decimalSign(text: string, language: string): "," | "." {
  const own = language.split("-")[0] === "nl" ? "," : ".";
  const other = own === "," ? "." : ",";
  const hasOwn = text.includes(own);
  if (hasOwn && text.includes(other)) return text.lastIndexOf(own) > text.lastIndexOf(other) ? own : other;
  if (hasOwn) return text.indexOf(own) === text.lastIndexOf(own) ? own : other;
  return /^[+-]?\d{1,3}([.,]\d{3})+$/.test(text) ? own : other;
}

function isGrouped(whole: string, grouping: string): boolean {
  if (!whole.includes(grouping)) return true;
  const [first = "", ...groups] = whole.replace(/^[+-]/, "").split(grouping);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
