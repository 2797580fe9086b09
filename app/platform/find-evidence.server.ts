import { evidenceKinds, isEvidenceKind, nodeKey, type EvidenceKind } from "~/domain/evidence/kinds";
import { holdsQuery } from "~/domain/search/match";
import { readQuery } from "~/domain/search/query";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";
import { findEvidenceByCode, searchTexts } from "./search.server";

/** Where evidence is looked for and by whom; `language` narrows it to texts in that language. */
export interface EvidenceFind {
  assessment: { id: string; languages: readonly string[] };
  viewer: { id: string };
  words: string;
  kinds: readonly EvidenceKind[];
  language?: string | null;
  limit: number;
}

/** Evidence that was found, before it is known who may see it. */
export interface EvidenceRef {
  kind: EvidenceKind;
  id: string;
}

/**
 * The evidence that fits what was typed, each once: what has it as its code, then what has it in its words, best first, then facts and
 * ratings of an actor that is called so. Who may see it is asked when it is read; a judgement that is blind to this person is not in it.
 */
export async function findEvidence(db: Db, { assessment, viewer, words, kinds, language = null, limit }: EvidenceFind) {
  const { id: assessmentId, languages } = assessment;
  const found = await Promise.all([
    findEvidenceByCode(assessmentId, viewer.id, words.trim(), kinds),
    searchTexts({ assessmentId, kinds, words, languages, only: language, limit }),
    findByActor(db, { assessment, viewer, words, kinds, limit }),
  ]);
  const refs = found.flat().flatMap(({ kind, recordId }): EvidenceRef[] => (isEvidenceKind(kind) ? [{ kind, id: recordId }] : []));
  return [...new Map(refs.map((ref) => [nodeKey(ref), ref])).values()];
}

/** What is known of an actor stands in words that need not name it, so its name finds it. */
async function findByActor(db: Db, { assessment, viewer, words, kinds, limit }: EvidenceFind) {
  const wanted = evidenceKinds.filter((kind) => kinds.includes(kind) && (kind === "actor-fact" || kind === "judgement"));
  const query = readQuery(words, assessment.languages);
  if (wanted.length === 0 || query.all.length === 0) return [];
  const where = { assessmentId: assessment.id };
  const actors = await db.actor.findMany({ where: { ...where, archivedAt: null }, select: { id: true, name: true } });
  const ids = { in: actors.filter(({ name }) => holdsQuery(name, query, "und")).map(({ id }) => id) };
  if (ids.in.length === 0) return [];
  const newest = { select: { id: true }, orderBy: { id: "desc" }, take: limit } as const;
  const [facts, judgements] = await Promise.all([
    wanted.includes("actor-fact") ? db.actorFact.findMany({ where: { ...where, actorId: ids, archivedAt: null }, ...newest }) : [],
    wanted.includes("judgement")
      ? db.judgement.findMany({ where: { ...where, subjectKind: "actor", subjectId: ids, AND: [judgementsSeenBy(viewer.id)] }, ...newest })
      : [],
  ]);
  const hits = (kind: EvidenceKind, rows: readonly { id: string }[]) => rows.map(({ id }) => ({ kind, recordId: id }));
  return [...hits("actor-fact", facts), ...hits("judgement", judgements)];
}
