import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { newId } from "./ids.server";
import { refuse } from "./refusal.server";
import { sha256 } from "./sha256.server";
import { keepVersion } from "./versions.server";

/** A text of a record that stands beside its original in another language; `version` is the translation's own, 0 when there is none yet. */
export interface NewTranslation {
  assessmentId: string;
  kind: string;
  recordId: string;
  field: string;
  language: string;
  version: number;
  body: string;
  /** The original as it is now, and its language. */
  original: string;
  originalLanguage: string;
}

/** What became of a translation: its version, and the text before; `null` when neither text nor original differ from what was kept. */
export interface SavedTranslation {
  version: number;
  before: string | null;
}

/**
 * Keeps a translation beside its original, with the digest of the original that it was made from. Refuses a stale version (409), the
 * original's own language and one that the assessment does not have (422).
 */
export async function saveTranslation(tx: Tx, { by, at }: ChangeContext, input: NewTranslation): Promise<SavedTranslation | null> {
  const { assessmentId, kind, recordId, field, language, version, body, original } = input;
  await requireTranslatable(tx, assessmentId, language, input.originalLanguage);
  const where = { kind_recordId_field_language: { kind, recordId, field, language } };
  const before = await tx.translation.findUnique({ where });
  if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0, theirs: before?.body ?? "" });
  const originalDigest = sha256(original);
  if (before?.body === body && before.originalDigest === originalDigest) return null;
  const id = before?.id ?? newId(at);
  const data = { body, originalDigest, version: version + 1, byId: by.id, at };
  await tx.translation.upsert({ where, create: { id, assessmentId, kind, recordId, field, language, ...data }, update: data });
  await keepVersion(tx, {
    assessmentId,
    kind: "translation",
    recordId: id,
    number: version + 1,
    body: { kind, recordId, field, language, body, originalDigest },
    by,
    at,
  });
  return { version: version + 1, before: before?.body ?? null };
}

async function requireTranslatable(tx: Tx, assessmentId: string, language: string, original: string): Promise<void> {
  const { languages } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { languages: true } });
  const known = JSON.parse(languages) as unknown;
  if (language === original || !Array.isArray(known) || !known.includes(language)) throw refuse("invalid", { field: "language" });
}

/** A translation as a page shows it; *behind* = the original has changed since. */
export interface ShownTranslation {
  language: string;
  body: string;
  version: number;
  behind: boolean;
}

/** The translations of one field of several records, by record id; `originals` holds the text of each record as it is now. One query. */
export async function listTranslations(
  db: Db,
  kind: string,
  field: string,
  originals: ReadonlyMap<string, string>,
): Promise<Map<string, ShownTranslation[]>> {
  const rows = await db.translation.findMany({
    where: { kind, field, recordId: { in: [...originals.keys()] } },
    select: { recordId: true, language: true, body: true, version: true, originalDigest: true },
    orderBy: { language: "asc" },
  });
  const found = new Map<string, ShownTranslation[]>();
  for (const { recordId, originalDigest, ...row } of rows) {
    const behind = originalDigest !== sha256(originals.get(recordId) ?? "");
    found.set(recordId, [...(found.get(recordId) ?? []), { ...row, behind }]);
  }
  return found;
}
