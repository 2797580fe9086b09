/** The parts of a protocol as its page shows them, in the order of the tabs. */
export const protocolParts = [
  "questions",
  "guide",
  "criteria",
  "frameworks",
  "options",
  "actors",
  "codes",
  "outline",
  "rules",
  "words",
] as const;

/** A part of a protocol as its page shows it. */
export type ProtocolPart = (typeof protocolParts)[number];

/** The part that an address asks for; the questions when it asks for none or for one that is not there. */
export function partFrom(asked: string | null): ProtocolPart {
  return protocolParts.find((part) => part === asked) ?? "questions";
}
