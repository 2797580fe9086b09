/** Formatters by what they are made of: making one costs a hundred times what using it does, and there are few of them. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const segmenters = new Map<string, Intl.Segmenter>();

/** The formatter of numbers for a locale (BCP 47) and options, made once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** The formatter of dates for a locale (BCP 47) and options, made once. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** A word of a text, or what stands between two: its words and where it begins, in UTF-16 units. */
export interface WordSegment {
  segment: string;
  index: number;
  isWordLike: boolean;
}

/**
 * A text of a language (BCP 47, `und` for any) cut into words and what stands between them (Unicode Standard Annex #29). The time that
 * an `Intl.Segmenter` takes grows with the square of its text, so it is given pieces that end where a word may begin.
 */
export function wordSegments(text: string, language: string): WordSegment[] {
  const segmenter = kept(segmenters, language, {}, () => new Intl.Segmenter(language, { granularity: "word" }));
  return piecesOf(text).flatMap(({ piece, at }) =>
    Array.from(segmenter.segment(piece), ({ segment, index, isWordLike = false }) => ({ segment, index: at + index, isWordLike })),
  );
}

const piece = { least: 200, most: 2000 };

/** The pieces of a text: each ends between white space and a letter or digit, or, where there is none for long, as in text without spaces, anywhere. */
function piecesOf(text: string): { piece: string; at: number }[] {
  const pieces: { piece: string; at: number }[] = [];
  for (let at = 0; at < text.length;) {
    const end = endOfPiece(text, at);
    pieces.push({ piece: text.slice(at, end), at });
    at = end;
  }
  return pieces;
}

function endOfPiece(text: string, from: number): number {
  const furthest = from + piece.most;
  for (let at = from + piece.least; at < Math.min(text.length, furthest); at += 1) if (beginsWord(text, at)) return at;
  return furthest < text.length && isSecondHalf(text.charCodeAt(furthest)) ? furthest + 1 : Math.min(text.length, furthest);
}

const beginsWord = (text: string, at: number) =>
  /\s/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));

const isSecondHalf = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

function kept<Format>(formats: Map<string, Format>, locale: string, options: object, make: () => Format): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
