/** The number of a table or figure before its caption; an older edition has none. */
export function labelled(label: string | undefined, caption: string): string {
  return label === undefined ? caption : `${label}. ${caption}`;
}
