/** Letters that LaTeX has a word for and the reader of BibTeX does not know. */
const letters: Readonly<Record<string, string>> = { aa: "å", AA: "Å", ij: "ij", IJ: "IJ" };

/** The text of an entry with the letters put in place for which the reader knows no word; as in LaTeX, a space or `{}` that ends the word goes with it. */
export function withLetters(entry: string): string {
  return entry.replace(/(?<!\\)\\(aa|AA|ij|IJ)(?![A-Za-z])(?:\{\}|[ \t]+)?/gu, (_, word: string) => letters[word] ?? "");
}

/** A text with each accent joined to its letter. LaTeX puts accents on an `i` or `j` without a dot, which then is the letter itself. */
export function joinedAccents(text: string): string {
  return text
    .replace(/ı(?=\p{Mn})/gu, "i")
    .replace(/ȷ(?=\p{Mn})/gu, "j")
    .normalize("NFC");
}
