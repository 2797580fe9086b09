import { type ComparisonFilter, filteredStates } from "~/domain/interviews/comparison";
import type { Protocol } from "~/domain/protocol/schema";

const names = ["perspective", "block", "informs", "state"] as const;

/** The filter of an address; what the protocol does not know is no filter. */
export function comparisonFilterFrom(search: URLSearchParams, protocol: Protocol): ComparisonFilter {
  const known = (name: string, ids: readonly string[]) => ids.find((id) => id === search.get(name)) ?? null;
  return {
    perspective: known(
      "perspective",
      (protocol.perspectives ?? []).map(({ id }) => id),
    ),
    block: known(
      "block",
      (protocol.guide?.blocks ?? []).map(({ id }) => id),
    ),
    informs: known(
      "informs",
      protocol.questions.map(({ id }) => id),
    ),
    state: filteredStates.find((state) => state === search.get("state")) ?? null,
    all: search.get("all") === "1",
  };
}

/** A filter as a query, what is no filter left out; "" for none. */
export function queryOf(filter: ComparisonFilter): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    if (value !== null) query.set(name, value);
  }
  if (filter.all) query.set("all", "1");
  return query.toString();
}
