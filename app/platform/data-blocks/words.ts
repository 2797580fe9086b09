import type { DataColumn, DataWords } from "~/domain/evidence/data-table";
import { LocalText } from "~/domain/local-text-schema";

/** A text of the protocol or of a record, or nothing. */
export function textWords(text: LocalText | null | undefined): DataWords | null {
  return text ? { text } : null;
}

/** A code, a name or a number: the same in every language; nothing for an empty one. */
export function plainWords(plain: string | number | null | undefined): DataWords | null {
  return plain === null || plain === undefined || plain === "" ? null : { plain: String(plain) };
}

/** A word of the tool (locale namespace `evidence`, below `data`). */
export function toolWords(key: string, values?: Readonly<Record<string, string | number>>): DataWords {
  return { key, ...(values && { values }) };
}

/** A text in one or more languages as it is stored; nothing when it is empty. */
export function storedWords(stored: string): DataWords | null {
  const parsed = LocalText.safeParse(JSON.parse(stored));
  return parsed.success ? { text: parsed.data } : null;
}

/** A column that a sign-off binds, headed by a word of the tool. */
export function column(id: string, more: Partial<DataColumn> = {}): DataColumn {
  return { id, label: toolWords(id), bound: true, ...more };
}

/** A column of attribution or of bibliography: shown, and not bound. */
export function unboundColumn(id: string): DataColumn {
  return column(id, { bound: false });
}
