import { evidenceKinds, nodeKey, type EvidenceKind } from "~/domain/evidence/kinds";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { findEvidenceByCode, searchTexts } from "~/platform/search.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import type { Candidate, Hit, HitKind } from "./hit";
import { bestPassage, mostFound, type Asking } from "./passage";

/** Evidence whose words or code fit, by kind, best first. Who may see it is asked when it is read. */
export async function findIndexed({ assessment, viewer, words }: Asking, kinds: readonly HitKind[]): Promise<Candidate[]> {
  const wanted = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  const { id: assessmentId, languages } = assessment;
  const found = await Promise.all([
    findEvidenceByCode(assessmentId, viewer.id, words, wanted),
    searchTexts({ assessmentId, kinds: wanted, words, languages, limit: mostFound }),
  ]);
  return found.flat().flatMap(({ kind, recordId }): Candidate[] => {
    const known = wanted.find((one) => one === kind);
    return known ? [{ kind: known, key: recordId, hit: null }] : [];
  });
}

/** The evidence among what is shown, read with the eyes of this person; what is withheld from her is left out. */
export async function readEvidenceHits(asking: Asking, shown: readonly Candidate[]): Promise<Hit[]> {
  const { db, viewer, assessment, protocol } = asking;
  const refs = shown.flatMap(({ kind, key, hit }) => {
    const known = evidenceKinds.find((one) => one === kind);
    return hit === null && known ? [{ kind: known, id: key }] : [];
  });
  if (refs.length === 0) return [];
  const found = await readEvidence(db, { assessment, protocol, viewer, which: whichOf(refs) });
  return refs.flatMap((ref: { kind: EvidenceKind; id: string }): Hit[] => {
    const evidence = found.get(nodeKey(ref));
    if (!evidence || evidence.archived || evidence.withheld !== null) return [];
    const { code, origin, evidenceKind, path } = showEvidence(evidence, viewer.language, assessment.languages);
    const texts = Object.entries(evidence.text?.texts ?? {}).map(([language, text]) => ({ language, text }));
    return [{ kind: evidenceKind, key: ref.id, code, title: origin, path, ...bestPassage(texts, asking) }];
  });
}
