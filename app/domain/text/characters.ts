const controls = /(?![\t\n])\p{Cc}/u;
const loneSurrogate = /\p{Surrogate}/u;

/** Says whether a text holds what is never stored: a control character (tab and newline are fine) or a lone surrogate. */
export function hasControlCharacters(text: string): boolean {
  return controls.test(text) || loneSurrogate.test(text);
}

/** The text with CRLF as LF; nothing else changes. */
export function withPlainNewlines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
