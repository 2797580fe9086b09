/** The entry name of a text in one language; a form posts every language of the assessment, hidden where it isn't shown. */
export function textEntry(name: string, language: string): string {
  return `${name}@${language}`;
}

/** The entry name of a piece of a field: `amount` and `currency` of money, `explanation`, an index of a list, a cell of a table. */
export function pieceEntry(name: string, ...pieces: readonly (string | number)[]): string {
  return [name, ...pieces].join(".");
}
