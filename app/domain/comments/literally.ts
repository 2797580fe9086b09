/** A pattern for a regular expression with the `u` flag that finds exactly these words, every sign in them taken as itself. */
export function literally(words: string): string {
  // No hyphen: outside a class it means itself, and `\-` is a mistake under the `u` flag.
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
