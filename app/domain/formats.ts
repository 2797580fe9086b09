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

/** What cuts a text of a language (BCP 47, `und` for any) into words, made once. */
export function wordSegmenter(language: string): Intl.Segmenter {
  return kept(segmenters, language, {}, () => new Intl.Segmenter(language, { granularity: "word" }));
}

function kept<Format>(formats: Map<string, Format>, locale: string, options: object, make: () => Format): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
