import { canonical } from "~/domain/canonical";
import { citableFacts, type Citable, type CitedLanguage, type Run } from "~/domain/sources/cite";
import { askStarter } from "./ask-starter.server";
import { formatReferences } from "./reference-work.server";
import { sha256 } from "./sha256.server";

/** A reference in each language of references. */
type Cited = Record<CitedLanguage, Run[]>;

/** References as formatted, by the digest of what they are made from; the oldest go when it is full. */
const kept = new Map<string, Cited>();
const mostKept = 20_000;

/**
 * The references of sources in APA 7, in Dutch and English and in the order given. The same facts always give the same reference; what was formatted
 * before is not formatted again, and the rest is done in the thread for references. A thread of its own asks the one that started it: the formatter takes
 * two hundred MiB, and the program keeps what it formatted.
 */
export async function citeSources(sources: readonly Citable[]): Promise<Cited[]> {
  const asked = askStarter("cite", sources);
  // What is asked under this name is answered by this function, in the other thread.
  return asked ? ((await asked) as Cited[]) : citeHere(sources);
}

async function citeHere(sources: readonly Citable[]): Promise<Cited[]> {
  const keyed = sources.map((source) => ({ key: sha256(canonical(citableFacts(source))), source }));
  const missing = [...new Map(keyed.filter(({ key }) => !kept.has(key)).map((one) => [one.key, one])).values()];
  const made = missing.length === 0 ? [] : await formatReferences(missing);
  const fresh = new Map(made.map(({ key, runs }) => [key, runs]));
  const all = keyed.map(({ key }) => fresh.get(key) ?? kept.get(key) ?? { nl: [], en: [] });
  for (const [key, runs] of fresh) kept.set(key, runs);
  for (const key of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(key);
  }
  return all;
}
