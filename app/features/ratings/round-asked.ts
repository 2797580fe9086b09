/** The number of the round that an address asks for (`?round=2`), or null. */
export function roundAsked(query: URLSearchParams): number | null {
  const number = Number(query.get("round") ?? "");
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
