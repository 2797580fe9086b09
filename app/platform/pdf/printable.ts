const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters that take no room and need no glyph: joiners, variation selectors, marks of direction, tags. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const plainText = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201E\u2026\u20AC]*$/u;
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]/gu;
/** Characters that turn the words after them round: on a page, letters would stand in another order than was written. */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;
const gaps = /[\t\n\r\u0085\u2028\u2029 ]+/gu;

/** How many letters a word may have before it is given places to break, and how far those are apart. */
const longWord = { from: 34, step: 12 };
const letters = new RegExp(String.raw`[^\s\u200B]{${longWord.from},}`, "gu");

/**
 * A text as it is set: in composed form, without what no format keeps, with invisible places to break in very long words. A character that no
 * typeface has, or that turns words round, stands as its number between angle quotation marks: nothing vanishes, and `restored` gives it back.
 */
export function printable(text: string, canSet: (characters: readonly number[]) => boolean): string {
  const clean = text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .replaceAll(forbidden, "")
    .replaceAll(turning, named)
    .replaceAll(gaps, " ");
  return withBreaks(plainText.test(clean) ? clean : settable(clean, canSet));
}

function settable(text: string, canSet: (characters: readonly number[]) => boolean): string {
  return [...clusters.segment(text)].map(({ segment }) => settableCluster(segment, canSet)).join("");
}

function settableCluster(cluster: string, canSet: (characters: readonly number[]) => boolean): string {
  const seen = [...cluster].filter((character) => !ignorable.test(character));
  const numbers = seen.map(numberOf);
  if (canSet(numbers)) return cluster;
  return seen.map((character, at) => (at === 0 && canSet([numberOf(character)]) ? character : named(character))).join("");
}

const numberOf = (character: string) => character.codePointAt(0) ?? 0;
const named = (character: string) => `‹U+${numberOf(character).toString(16).toUpperCase().padStart(4, "0")}›`;

function withBreaks(text: string): string {
  if (text.length < longWord.from) return text;
  return text.replaceAll(letters, (word) => {
    const parts = [...clusters.segment(word)].map(({ segment }) => segment);
    return parts.map((part, at) => (at > 0 && at % longWord.step === 0 ? `\u200B${part}` : part)).join("");
  });
}

/** A text that was set with `printable`, with the characters that stood there as numbers. */
export function restored(text: string): string {
  return text.replaceAll(/‹U\+([0-9A-F]{4,6})›/gu, (whole, hex: string) => {
    const number = Number.parseInt(hex, 16);
    return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
  });
}
