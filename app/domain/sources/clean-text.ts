const controls = /(?![\t\n])\p{Cc}/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/** The tags that exporters put into titles; any other angle bracket is the author's own. */
const tags = /<\/?(?:i|b|em|strong|sub|sup|sc|span|p|jats:[a-z]+)(?:\s[^<>]*)?>/giu;

/** What makes a text unfit to be stored as it is; most texts hold none of it, and this is looked for first. */
const unfit = /[<\r]|(?![\t\n])\p{Cc}|\p{Surrogate}/u;

/** A text of several lines as it may be stored: one kind of line end, and without control characters, halves of characters and the tags of exporters. */
export function cleanText(text: string): string {
  if (!unfit.test(text)) return text.trim();
  return text.replace(/\r\n?/gu, "\n").replace(tags, "").replace(controls, "").replace(loneSurrogates, "").trim();
}

/** The same on one line: any white space is one space. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return /\s\s|[^\S ]/u.test(clean) ? clean.replace(/\s+/gu, " ").trim() : clean;
}

/** The text with at most so many characters (UTF-16 units), cut between two characters. */
export function cutTo(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(loneSurrogates, "").trim();
}
