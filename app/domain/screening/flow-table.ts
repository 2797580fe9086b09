import { isEmptyColumn, type FlowCounts, type PrismaFlow } from "~/domain/screening/flow";
import { ownReason } from "~/domain/screening/steps";

/** A row of the flow as a table: a word of the flow or a reason of the protocol, and the number in each column. */
export interface FlowTableRow {
  id: string;
  /** A word of the flow, below `rows`; absent where `reason` names the row. */
  word?: string | undefined;
  reason?: string | undefined;
  depth: number;
  searched: number | null;
  other: number | null;
}

const steps = ["screened", "excluded", "sought", "notRetrieved", "assessed"] as const;

/** The numbers of the flow from top to bottom, for whoever reads no picture. `other` is null throughout where nothing was found otherwise. */
export function flowTableRows({ searched, other }: PrismaFlow): FlowTableRow[] {
  const hasOther = !isEmptyColumn(other);
  const both = (of: (counts: FlowCounts) => number) => ({ searched: of(searched), other: hasOther ? of(other) : null });
  const found = [
    ...searched.identified.map((one) => ({ ...one, isOther: false })),
    ...(hasOther ? other.identified : []).map((one) => ({ ...one, isOther: true })),
  ];
  const removed = (["duplicates", "automation", "other"] as const).map((kind): FlowTableRow => ({
    id: `removed-${kind}`,
    word: `removed-${kind}`,
    depth: 1,
    searched: searched.removed[kind],
    other: null,
  }));
  return [
    { id: "identified", word: "identified", depth: 0, ...both(({ identified }) => sum(identified)) },
    ...found
      .filter(({ count }) => count > 0)
      .map(({ channel, count, isOther }): FlowTableRow => ({
        id: `identified-${channel}`,
        word: `channel-${channel}`,
        depth: 1,
        searched: isOther ? null : count,
        other: isOther ? count : null,
      })),
    ...removed,
    ...steps.map((step): FlowTableRow => ({
      id: step,
      word: step,
      depth: 0,
      searched: searched[step],
      other: hasOther && step !== "screened" && step !== "excluded" ? other[step] : null,
    })),
    { id: "excludedInFull", word: "excludedInFull", depth: 0, ...both(({ excludedInFull }) => sum(excludedInFull)) },
    ...reasonRows(searched, hasOther ? other : null),
    { id: "included", word: "included", depth: 0, ...both(({ included }) => included) },
  ];
}

function reasonRows(searched: FlowCounts, other: FlowCounts | null): FlowTableRow[] {
  const keys = [...new Set([...searched.excludedInFull, ...(other?.excludedInFull ?? [])].map(({ key }) => key))];
  const of = (counts: FlowCounts, key: string) => counts.excludedInFull.find((one) => one.key === key)?.count ?? 0;
  return keys.map((key) => ({
    id: `reason-${key}`,
    ...(key === ownReason ? { word: "otherReason" } : { reason: key }),
    depth: 1,
    searched: of(searched, key),
    other: other ? of(other, key) : null,
  }));
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
