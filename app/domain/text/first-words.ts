/**
 * The beginning of a text on one line: whole words up to a number of UTF-16 units, with an ellipsis where more follows. A first word that
 * is longer than that is cut, never inside a character.
 */
export function firstWords(text: string, most: number): string {
  // Only as much is looked at as could fit, whatever the length of the text.
  const head = text
    .slice(0, most * 4)
    .replace(/\s+/gu, " ")
    .trim();
  const isWhole = head.length <= most && text.length <= most * 4;
  if (isWhole) return head;
  const space = head.lastIndexOf(" ", most);
  const cut = head.slice(0, space > 0 ? space : most).replace(/[\uD800-\uDBFF]$/u, "");
  return `${cut.replace(/[\s,;:.–-]+$/u, "")}…`;
}
