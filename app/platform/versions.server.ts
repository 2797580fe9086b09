import { canonical } from "~/domain/canonical";
import type { By } from "./change.server";
import type { Tx } from "./db.server";
import { newId } from "./ids.server";
import { insertRows } from "./insert-rows.server";
import { sha256 } from "./sha256.server";

/** What a record holds after a write. `body` is everything that the record's digest covers: plain JSON. */
export interface RecordVersion {
  assessmentId: string;
  /** The kind of record, as in the subject of its events. */
  kind: string;
  recordId: string;
  /** The version that the record has now. */
  number: number;
  body: unknown;
  by: By;
  at: Date;
}

/** The digest of a version that a change has kept; it goes into the `change` detail of the event. */
export interface KeptDigest {
  kind: string;
  id: string;
  version: number;
  digest: string;
}

const kept = new WeakMap<object, KeptDigest[]>();

/**
 * Keeps what a record holds now as a version that is never overwritten, and gives its digest (SHA-256 of the canonical JSON).
 * `change` puts the digest of every version kept in it into the event, so that no caller can forget it.
 */
export async function keepVersion(tx: Tx, version: RecordVersion): Promise<string> {
  const [digest] = await keepVersions(tx, [version]);
  return digest ?? "";
}

/** The same for several records at once; gives their digests in the same order. */
export async function keepVersions(tx: Tx, versions: readonly RecordVersion[]): Promise<string[]> {
  const rows = versions.map(({ body, by, ...version }) => {
    const text = canonical(body);
    return { ...version, id: newId(version.at), body: text, digest: sha256(text), byKind: by.kind, byId: by.id };
  });
  await insertRows(tx, "Version", rows);
  const digests = rows.map(({ kind, recordId: id, number, digest }) => ({ kind, id, version: number, digest }));
  kept.set(tx, [...(kept.get(tx) ?? []), ...digests]);
  return rows.map(({ digest }) => digest);
}

/** The digests of the versions kept through a transaction, in the order of keeping. */
export function keptDigests(tx: object): readonly KeptDigest[] {
  return kept.get(tx) ?? [];
}
