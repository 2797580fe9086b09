import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "./db.server";
import { documentOf } from "./evidence-graph.server";
import { refuse } from "./refusal.server";

/** The record that holds a text of a block: the block itself in its own language, else its translation. */
export interface TextRecord {
  kind: "block" | "translation";
  id: string;
  version: number;
  text: string;
}

/** The text of a block in a language as it is now; not found where it was not translated. */
export async function textRecordOf(
  db: Db,
  block: { id: string; language: string; document: string; version: number },
  language: string,
): Promise<TextRecord> {
  if (language === block.language)
    return { kind: "block", id: block.id, version: block.version, text: textOfDoc(documentOf(block.document)) };
  const where = { kind_recordId_field_language: { kind: "block", recordId: block.id, field: "document", language } };
  const row = await db.translation.findUnique({ where, select: { id: true, version: true, body: true } });
  if (!row) throw refuse("not-found");
  return { kind: "translation", id: row.id, version: row.version, text: textOfDoc(documentOf(row.body)) };
}

/** The same text as it was at an earlier version; not found where there was none. */
export async function textAtVersion(db: Db, record: TextRecord, version: number): Promise<string> {
  if (version === record.version) return record.text;
  const where = { kind_recordId_number: { kind: record.kind, recordId: record.id, number: version } };
  const row = await db.version.findUnique({ where, select: { body: true } });
  if (!row) throw refuse("not-found");
  return textOfVersion(row.body);
}

/** The text of a block in a language at a version; not found where there was none. */
export async function passageOfVersion(
  db: Db,
  block: { id: string; language: string; document: string; version: number },
  { language, version }: { language: string; version: number },
): Promise<string> {
  return textAtVersion(db, await textRecordOf(db, block, language), version);
}

/** The text that a kept version of a block or of its translation holds. */
export function textOfVersion(body: string): string {
  const kept = JSON.parse(body) as { document?: string; body?: string }; // as keepBlock and saveTranslation write it
  return textOfDoc(documentOf(kept.document ?? kept.body ?? ""));
}
