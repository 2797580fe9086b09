import { flowChannels, type FlowColumn } from "~/domain/screening/channels";

/** What is counted by hand where no record stands for it, apart from what was left out in full text, which is counted by reason. */
const plainKinds = [
  ...flowChannels.map((channel) => `identified-${channel}` as const),
  "duplicates",
  "automation",
  "removed",
  "excluded",
  "not-retrieved",
  "other-not-retrieved",
] as const;

const byReason: Readonly<Record<FlowColumn, string>> = { searched: "full-text:", other: "other-full-text:" };

/** The kind of count of what was left out in full text for a reason, in a column. */
export function fullTextCount(column: FlowColumn, reason: string): string {
  return `${byReason[column]}${reason}`;
}

/** Every kind of count that can be given by hand, for the reasons of a protocol. */
export function countKinds(reasons: readonly { key: string }[]): string[] {
  const ofReasons = (["searched", "other"] as const).flatMap((column) => reasons.map(({ key }) => fullTextCount(column, key)));
  return [...plainKinds.filter((kind) => kind !== "identified-unknown"), ...ofReasons];
}

/** The reason that a kind of count is about, or `null`. */
export function reasonOfCount(kind: string): string | null {
  const prefix = Object.values(byReason).find((one) => kind.startsWith(one));
  return prefix === undefined ? null : kind.slice(prefix.length);
}
