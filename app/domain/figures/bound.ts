import type { BlockDocument } from "~/domain/text/document";
import { figuresOf } from "~/domain/text/text-of-doc";
import type { FigureValue } from "./value";

/** What a sign-off binds of a figure in a text: what it is of and its value now, whatever the text says; null = it can't be counted any more. */
export interface FigureBound {
  of: string;
  value: FigureValue | null;
}

/** The figures of the texts of a block by language, each once; a language without any is left out. */
export type FiguresByLanguage = { readonly [language: string]: readonly FigureBound[] };

/** The keys of the figures in some texts, each once. */
export function figureKeysIn(docs: Iterable<BlockDocument>): Set<string> {
  return new Set([...docs].flatMap((doc) => figuresOf(doc).map(({ of }) => of)));
}

/** The figures of the texts of a block with their values now; undefined where no text has one, so that nothing of them is bound. */
export function figuresToBind(
  documents: { readonly [language: string]: BlockDocument },
  values: ReadonlyMap<string, FigureValue>,
): FiguresByLanguage | undefined {
  const found = Object.entries(documents).flatMap(([language, doc]) => {
    const keys = [...figureKeysIn([doc])].toSorted((one, other) => (one < other ? -1 : 1));
    return keys.length === 0 ? [] : [[language, keys.map((of) => ({ of, value: values.get(of) ?? null }))] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The figures of the languages that are covered, as they are digested; {} where there are none, so that texts without figures keep their digest. */
export function figuresCovered(figures: FiguresByLanguage | undefined, documents: object): { figures?: FiguresByLanguage } {
  const covered = Object.entries(figures ?? {}).filter(([language]) => Object.hasOwn(documents, language));
  return covered.length === 0 ? {} : { figures: Object.fromEntries(covered) };
}
