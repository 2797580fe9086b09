import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { readQuery } from "~/domain/search/query";
import { evidenceKinds } from "~/domain/evidence/kinds";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { isNarrow, type EvidenceFilter } from "~/platform/search-evidence.server";
import { findIndexed, readEvidenceHits } from "./find-evidence.server";
import { findRecords } from "./find-records.server";
import { searchChoices } from "./search-choices";
import { suggestWords } from "./suggest-words.server";
import { findText, readTextHits } from "./find-text.server";
import { hitKinds, type Candidate, type Hit, type HitGroup, type HitKind } from "./hit";
import type { Asking } from "./passage";

/** What is looked for: words, what evidence is narrowed to, and of one kind the key after which its next page begins. */
export interface SearchAsk {
  words: string;
  kind: HitKind | null;
  filter: EvidenceFilter;
  after: string | null;
}

/** How many of each kind stand on the page of all kinds, and how many on that of one. */
const some = 5;
const page = 20;

/** Reads what is looked for from an address. */
export function searchAsk(search: URLSearchParams): SearchAsk {
  const kind = hitKinds.find((one) => one === search.get("kind")) ?? null;
  const of = (name: string) => (search.get(name) ?? "").trim().slice(0, 100) || null;
  const filter = {
    language: of("lang"),
    question: of("question"),
    from: of("from"),
    perspective: of("perspective"),
    citable: search.get("citable") === "yes",
  };
  return { words: (search.get("q") ?? "").trim().slice(0, 200), kind, filter, after: kind && search.get("after") };
}

/** The kinds that are looked through: only evidence has a question, an origin and can be cited; only texts have a language. */
function kindsOf({ kind, filter }: SearchAsk): readonly HitKind[] {
  const evidence: readonly HitKind[] = evidenceKinds;
  const able = isNarrow(filter) ? evidence : filter.language === null ? hitKinds : [...evidence, "statement", "section"];
  return hitKinds.filter((one) => able.includes(one) && (kind === null || one === kind));
}

/**
 * What fits the words in an assessment, as this person may see it, by kind; what she may not see is not in it and not counted. Only what is on
 * the page is read in full, so the answer does not grow with the study.
 */
export async function search(asking: Asking, ask: SearchAsk): Promise<HitGroup[]> {
  if (ask.words === "") return [];
  const kinds = kindsOf(ask);
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

/** The page of a search: what was asked, what was found, and where nothing was found what may have been meant. */
export async function loadSearch(db: Db, viewer: Viewer, assessment: AssessmentRow, address: URLSearchParams) {
  const protocol = await protocolOf(assessment);
  const asked = searchAsk(address);
  const { words } = asked;
  const filter = knownFilter(asked.filter, protocol, assessment.languages);
  const ask = { ...asked, filter };
  const asking: Asking = {
    db,
    viewer,
    assessment,
    protocol,
    words,
    query: readQuery(words, assessment.languages),
    filter,
    most: ask.kind === null ? 100 : 400,
  };
  const groups = await search(asking, ask);
  return {
    ask,
    groups,
    choices: searchChoices(protocol, viewer.language, assessment.languages),
    meant: words !== "" && groups.length === 0 ? await suggestWords(asking) : null,
    mayCite: can(viewer, "question.answer", { assessmentId: assessment.id }),
    base: `/assessments/${assessment.slug}`,
  };
}

/** A filter without what the study does not have. */
function knownFilter(filter: EvidenceFilter, { perspectives = [] }: Protocol, languages: readonly string[]): EvidenceFilter {
  const { language, perspective } = filter;
  return {
    ...filter,
    language: languages.find((one) => one === language) ?? null,
    perspective: perspectives.find(({ id }) => id === perspective)?.id ?? null,
  };
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
