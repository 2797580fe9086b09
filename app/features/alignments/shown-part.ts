/** What of the frameworks is shown: all, what is missing, or what does not fit together. */
const shownParts = ["all", "gaps", "contradictions"] as const;
/** What of the frameworks is shown. */
export type ShownPart = (typeof shownParts)[number];

/** The part that an address asks for; all for anything else. */
export function shownPart(asked: string | null): ShownPart {
  return shownParts.find((part) => part === asked) ?? "all";
}
