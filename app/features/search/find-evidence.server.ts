import { evidenceKinds, type EvidenceKind } from "~/domain/evidence/kinds";
import { findEvidence, type EvidenceRef } from "~/platform/find-evidence.server";
import { isNarrow, readFound, showFound } from "~/platform/search-evidence.server";
import type { Candidate, Hit, HitKind } from "./hit";
import type { Asking } from "./passage";

/** Evidence that fits, by kind, best first. Who may see it is asked when it is read: now where a filter asks for what only reading tells, else later. */
export async function findIndexed(asking: Asking, kinds: readonly HitKind[]): Promise<Candidate[]> {
  const wanted = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  const { db, assessment, viewer, words, filter } = asking;
  const refs = await findEvidence(db, { assessment, viewer, words, kinds: wanted, language: filter.language, limit: asking.most });
  if (!isNarrow(filter)) return refs.map(({ kind, id }) => ({ kind, key: id, hit: null }));
  const read = await readFound(db, asking, refs);
  return read.map(({ kind, id }) => ({ kind, key: id, hit: null }));
}

/** The evidence among what is shown, read with the eyes of this person; of what was withdrawn there is the reason and no word. */
export async function readEvidenceHits(asking: Asking, shown: readonly Candidate[]): Promise<Hit[]> {
  const { db, viewer, assessment, words } = asking;
  const refs = shown.flatMap(({ kind, key, hit }): EvidenceRef[] => {
    const known = evidenceKinds.find((one) => one === kind);
    return hit === null && known ? [{ kind: known, id: key }] : [];
  });
  const found = await readFound(db, asking, refs);
  return found.map((one) => {
    const { id, code, origin, evidenceKind, path, passage, lang, kind, quoted, citable, citableFrom, leftOut } = showFound(
      one,
      words,
      viewer.language,
      assessment.languages,
    );
    const evidence = { chip: kind, quoted, problem: citable, citableFrom, leftOut };
    return { kind: evidenceKind satisfies EvidenceKind, key: id, code, title: origin, path, passage, lang, evidence };
  });
}
