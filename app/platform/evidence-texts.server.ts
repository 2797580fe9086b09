import type { BoundText, EvidenceFields } from "~/domain/evidence/digest-fields";
import { groupBy } from "~/domain/evidence/graph";
import { nodeKey } from "~/domain/evidence/kinds";
import type { Db } from "./db.server";
import { originalText, textField, type EvidenceRow } from "./evidence-rows.server";
import { sha256 } from "./sha256.server";

/** The words of a piece of evidence with its translations; `behind` names those whose original changed after them. */
export interface EvidenceText extends BoundText {
  behind: string[];
}

/** The words of rows of evidence with their translations, by node: one query. */
export async function readEvidenceTexts(db: Db, assessmentId: string, rows: readonly EvidenceRow[]): Promise<Map<string, EvidenceText>> {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const where = { assessmentId, kind: { in: kinds }, field: { in: Object.values(textField) } };
  const translations =
    rows.length === 0
      ? []
      : await db.translation.findMany({ where, select: { kind: true, recordId: true, language: true, body: true, originalDigest: true } });
  const byRecord = groupBy(translations, ({ kind, recordId }) => `${kind}/${recordId}`);
  return new Map(
    rows.map((row) => {
      const original = originalText(row);
      const own = byRecord.get(nodeKey(row)) ?? [];
      const translated = own.map(({ language, body }) => [language, body] as const);
      const texts: Record<string, string> = Object.fromEntries<string>([...translated, [row.language, original]]);
      const digest = sha256(original);
      return [
        nodeKey(row),
        { original: row.language, texts, behind: own.filter((one) => one.originalDigest !== digest).map(({ language }) => language) },
      ];
    }),
  );
}

/** What a sign-off binds of a row of evidence. */
export function fieldsOfRow(row: EvidenceRow, text: BoundText): EvidenceFields {
  switch (row.kind) {
    case "excerpt":
      return { kind: row.kind, text, form: row.form, place: row.place, sourceId: row.sourceId };
    case "interview-answer":
      return { kind: row.kind, record: text, value: storedValue(row.value), withdrawn: row.withdrawnAt !== null };
    case "actor-fact":
      return { kind: row.kind, text, value: storedValue(row.value), asOf: row.asOf, sourceId: row.sourceId, excerptId: row.excerptId };
    case "judgement":
      return { kind: row.kind, level: storedValue(row.level), without: row.without, justification: text, roundId: row.roundId };
    case "alignment":
      return { kind: row.kind, level: storedValue(row.level), without: row.without, reasons: text };
  }
}

/** A value that is stored as JSON, or as the bare key of a level; null where there is none. */
export function storedValue(stored: string | null): unknown {
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return stored;
    throw error;
  }
}
