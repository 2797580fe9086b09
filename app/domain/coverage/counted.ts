import type { EvidenceKind, LinkKind } from "~/domain/evidence/kinds";

/** One piece of evidence as coverage counts it. `origin` is its independence group; `null` = not known, and then an origin of its own. */
export interface CountedEvidence {
  id: string;
  kind: EvidenceKind;
  origin: string | null;
  /** Of an interview answer: the interview that it was given in, and the perspective from which that looks at the study (null = not said). */
  interview?: { id: string; perspective: string | null } | undefined;
}

/** A piece of evidence that is used, with how it bears on what uses it; the strongest bearing counts: contradicts, supports, context. */
export type UsedCounted = CountedEvidence & { bearing: LinkKind };

/** How much stands behind something. `perspectives` are those that an interview says it has. */
export interface EvidenceCounts {
  evidence: number;
  kinds: readonly EvidenceKind[];
  origins: number;
  interviews: number;
  perspectives: readonly string[];
}

/** How many independent origins stand behind pieces of evidence; one without a known origin counts as its own. */
export function originsOf(evidence: readonly CountedEvidence[]): number {
  return new Set(evidence.map(({ id, origin }) => origin ?? `of ${id}`)).size;
}

/** What pieces of evidence amount to, each piece given once. */
export function countEvidence(evidence: readonly CountedEvidence[]): EvidenceCounts {
  const interviews = evidence.flatMap(({ interview }) => interview ?? []);
  const perspectives = interviews.flatMap(({ perspective }) => perspective ?? []);
  return {
    evidence: evidence.length,
    kinds: [...new Set(evidence.map(({ kind }) => kind))],
    origins: originsOf(evidence),
    interviews: new Set(interviews.map(({ id }) => id)).size,
    perspectives: [...new Set(perspectives)].toSorted(),
  };
}
