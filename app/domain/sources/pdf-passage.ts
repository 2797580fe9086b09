/** The largest PDF that is shown in a page, in bytes. */
export const mostPdfBytes = 25 * 1024 * 1024;

/**
 * Words that were selected on a page of a PDF as a passage: lines that were broken by the page joined with a blank, and a word that was broken
 * at a hyphen made whole. A hyphen before anything but a small letter is one of the text and stays.
 */
export function passageFromPage(selected: string): string {
  return selected
    .replaceAll(/(\p{L})[-\u00AD\u2010]\s*\n\s*(?=\p{Ll})/gu, "$1")
    .replaceAll(/([-\u2010])\s*\n\s*/gu, "$1")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
