import type { ReactNode } from "react";

/** One fact: its name, and what it is. */
export interface Fact {
  term: ReactNode;
  value: ReactNode;
}

/** Facts of a record, name at the left and value at the right; facts without a value are left out. */
export function DefinitionList({ facts, wide }: { facts: readonly Fact[]; wide?: boolean | undefined }) {
  return (
    <dl className={wide ? "man wide" : "man"}>
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map(({ term, value }, place) => (
          <div key={place}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
