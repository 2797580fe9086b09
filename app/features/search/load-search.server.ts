import { readQuery } from "~/domain/search/query";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findIndexed, readEvidenceHits } from "./find-evidence.server";
import { findRecords } from "./find-records.server";
import { findText, readTextHits } from "./find-text.server";
import { hitKinds, type Candidate, type Hit, type HitGroup, type HitKind } from "./hit";
import type { Asking } from "./passage";

/** What is looked for: words, and of one kind the key after which its next page begins. */
export interface SearchAsk {
  words: string;
  kind: HitKind | null;
  after: string | null;
}

/** How many of each kind stand on the page of all kinds, and how many on that of one. */
const some = 5;
const page = 20;

/** Reads what is looked for from an address. */
export function searchAsk(search: URLSearchParams): SearchAsk {
  const kind = hitKinds.find((one) => one === search.get("kind")) ?? null;
  return { words: (search.get("q") ?? "").trim().slice(0, 200), kind, after: kind && search.get("after") };
}

/**
 * What fits the words in an assessment, as this person may see it, by kind; what she may not see is not in it and not counted. Only what is on
 * the page is read in full, so the answer does not grow with the study.
 */
export async function search(db: Db, viewer: Viewer, assessment: AssessmentRow, ask: SearchAsk): Promise<HitGroup[]> {
  if (ask.words === "") return [];
  const query = readQuery(ask.words, assessment.languages);
  const asking: Asking = { db, viewer, assessment, protocol: await protocolOf(assessment), words: ask.words, query };
  const kinds = ask.kind === null ? hitKinds : [ask.kind];
  const found = (await Promise.all([findText(asking, kinds), findIndexed(asking, kinds), findRecords(asking, kinds)])).flat();
  const groups = kinds.map((kind) => pageOf(kind, found, ask));
  const shown = groups.flatMap(({ candidates }) => candidates);
  const read = new Map(
    (await Promise.all([readTextHits(asking, shown), readEvidenceHits(asking, shown)]))
      .flat()
      .map((hit) => [`${hit.kind} ${hit.key}`, hit]),
  );
  return groups
    .map(({ kind, candidates, next }) => ({
      kind,
      next,
      hits: candidates.flatMap((one): Hit | [] => one.hit ?? read.get(`${one.kind} ${one.key}`) ?? []),
    }))
    .filter(({ hits }) => hits.length > 0 || ask.after !== null);
}

function pageOf(
  kind: HitKind,
  found: readonly Candidate[],
  ask: SearchAsk,
): { kind: HitKind; candidates: Candidate[]; next: string | null } {
  const all = [...new Map(found.filter((one) => one.kind === kind).map((one) => [one.key, one])).values()];
  const start = ask.after === null ? 0 : all.findIndex(({ key }) => key === ask.after) + 1;
  const size = ask.kind === null ? some : page;
  const candidates = all.slice(start, start + size);
  return { kind, candidates, next: all.length > start + size ? (candidates.at(-1)?.key ?? null) : null };
}
