import { evidenceKinds, nodeKey, type EvidenceKind } from "~/domain/evidence/kinds";
import type { Person } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { readQuery } from "~/domain/search/query";
import { markPassage, type PassagePiece } from "~/domain/text/mark-passage";
import type { Language } from "~/domain/tool-language";
import type { Db } from "./db.server";
import { readEvidence, whichOf, type Evidence } from "./evidence.server";
import { findEvidence, type EvidenceRef } from "./find-evidence.server";
import { showEvidence, type ShownEvidence } from "./shown-evidence.server";

/** What a search of evidence is narrowed to; null = not narrowed. */
export interface EvidenceFilter {
  language: string | null;
  /** A research question that it informs. */
  question: string | null;
  /** The code of the interview, source or actor that it comes from. */
  from: string | null;
  /** A perspective of the protocol: answers of its interviews. */
  perspective: string | null;
  /** Only what can be cited now. */
  citable: boolean;
}

/** A search of evidence that is not narrowed. */
export const noFilter: EvidenceFilter = { language: null, question: null, from: null, perspective: null, citable: false };

/** Where evidence is looked for, and by whom. */
export interface EvidenceSearch {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  words: string;
  kinds?: readonly EvidenceKind[];
  filter?: EvidenceFilter;
  limit?: number;
}

/** How many of each kind are looked at where a filter asks for more than the index knows. */
const mostLookedAt = 200;

/** Evidence whose words (or code, as typed) fit, as this viewer may see it, best first: what she may not see is not in it, and not counted. */
export async function searchEvidence(db: Db, search: EvidenceSearch): Promise<Evidence[]> {
  const { assessment, viewer, words, kinds = evidenceKinds, filter = noFilter, limit = 30 } = search;
  const { language } = filter;
  const found = await findEvidence(db, { assessment, viewer, words, kinds, language, limit: isNarrow(filter) ? mostLookedAt : limit });
  return (await readFound(db, search, found)).slice(0, limit);
}

/** Whether a filter asks for what only reading tells. */
export function isNarrow({ question, from, perspective, citable }: EvidenceFilter): boolean {
  return question !== null || from !== null || perspective !== null || citable;
}

/** What was found, read with the eyes of this viewer and narrowed to what the filter asks for; in the same order. */
export async function readFound(
  db: Db,
  { assessment, protocol, viewer, filter = noFilter }: Pick<EvidenceSearch, "assessment" | "protocol" | "viewer" | "filter">,
  found: readonly EvidenceRef[],
): Promise<Evidence[]> {
  if (found.length === 0) return [];
  const [evidence, interviews] = await Promise.all([
    readEvidence(db, { assessment, protocol, viewer, which: whichOf(found) }),
    filter.perspective === null ? null : interviewsOf(db, assessment.id, filter.perspective),
  ]);
  return found
    .flatMap((ref) => evidence.get(nodeKey(ref)) ?? [])
    .filter(({ archived }) => !archived)
    .filter((one) => fits(one, filter, interviews));
}

async function interviewsOf(db: Db, assessmentId: string, perspective: string): Promise<Set<string>> {
  const rows = await db.interview.findMany({ where: { assessmentId, perspective }, select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

function fits(evidence: Evidence, { question, from, citable }: EvidenceFilter, interviews: Set<string> | null): boolean {
  const [, place = "", home = ""] = /^\/([a-z]+)\/([^#/]+)/u.exec(evidence.path) ?? [];
  if (citable && evidence.citable !== null) return false;
  if (question !== null && !evidence.questions.includes(question)) return false;
  if (from !== null && home.toUpperCase() !== from.trim().toUpperCase()) return false;
  return interviews === null || (place === "interviews" && interviews.has(home));
}

/** Evidence as a search shows it: with the passage in which the words stand, in the language in which they were found. */
export interface FoundEvidence extends ShownEvidence {
  passage: PassagePiece[];
}

/** Words what was found for a page. */
export function showFound(evidence: Evidence, words: string, language: Language, languages: readonly string[]): FoundEvidence {
  const texts = Object.entries(evidence.text?.texts ?? {}).map(([of, text]) => ({ lang: of, text }));
  return { ...showEvidence(evidence, language, languages), ...bestPassage(texts, words, language, languages) };
}

/** The passage of a text in the language of the page, or in the one in which a word was found. */
export function bestPassage(
  texts: readonly { lang: string; text: string }[],
  words: string,
  language: string,
  languages: readonly string[],
): { passage: PassagePiece[]; lang: string | undefined } {
  const query = readQuery(words, languages);
  const marked = texts.map(({ lang, text }) => ({ passage: markPassage(text, query, lang), lang }));
  const holding = marked.filter(({ passage }) => passage.some(({ hit }) => hit));
  const candidates = holding.length > 0 ? holding : marked;
  return candidates.find(({ lang }) => lang === language) ?? candidates[0] ?? { passage: [], lang: undefined };
}
