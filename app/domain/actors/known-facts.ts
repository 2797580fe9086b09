import { canonical } from "~/domain/canonical";
import { foldName } from "~/domain/sheets/fold-name";
import type { ImportedFact, KnownActor } from "./import-actor";

/** What makes two facts the same: the field, the date, and the value, or the words where there is none. `value` is canonical JSON. */
function factKey({ field, asOf, value, text }: { field: string; asOf: string | null; value: string | null; text: string }): string {
  return JSON.stringify([field, asOf, value, value === null ? foldName(text) : null]);
}

/** The same of a fact that a row brings. */
export function importedFactKey({ field, asOf, value, text }: ImportedFact): string {
  return factKey({ field, asOf, text, value: value === null ? null : canonical(value) });
}

/** The facts that an actor has: the code of each by what makes it the same as another, and all codes of a field as one text. */
export interface FactIndex {
  codeOf: ReadonlyMap<string, string>;
  codesOf: ReadonlyMap<string, string>;
}

/** Finds what an actor has, gone through once for each actor however many rows are of it. */
export function factIndexer(): (actor: KnownActor | null) => FactIndex {
  const indexes = new Map<string, FactIndex>();
  return (actor) => {
    if (!actor) return { codeOf: new Map(), codesOf: new Map() };
    const known = indexes.get(actor.id) ?? indexOf(actor);
    indexes.set(actor.id, known);
    return known;
  };
}

function indexOf({ facts }: KnownActor): FactIndex {
  const codeOf = new Map<string, string>();
  const codes = new Map<string, string[]>();
  for (const fact of facts) {
    const key = factKey(fact);
    if (!codeOf.has(key)) codeOf.set(key, fact.code);
    const ofField = codes.get(fact.field) ?? [];
    ofField.push(fact.code);
    codes.set(fact.field, ofField);
  }
  return { codeOf, codesOf: new Map([...codes].map(([field, list]) => [field, list.join(", ")])) };
}
