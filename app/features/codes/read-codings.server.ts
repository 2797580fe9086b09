import { placeOf, type Span } from "~/domain/codes/anchor";
import { isEvidenceKind, nodeKey } from "~/domain/evidence/kinds";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { type Evidence, readEvidence, whichOf } from "~/platform/evidence.server";
import type { Viewer } from "~/platform/viewer.server";

/** Whose codings are read, and by whom. */
export interface CodedStudy {
  assessment: AssessmentRow;
  protocol: Protocol;
  viewer: Viewer;
}

/** A coding with the evidence that it is of, and where it stands in it now. */
export interface ReadCoding {
  id: string;
  code: string;
  version: number;
  note: string;
  /** The words: as they were marked where they are behind. */
  passage: string;
  language: string;
  /** Null when the words are no longer in the text. */
  place: Span | null;
  evidence: Evidence;
  byId: string;
  at: Date;
}

/** Which codings to read. */
export interface WhichCodings {
  code?: string;
  of?: { kind: string; id: string };
}

/**
 * The codings of a study as this person may see them, in the order of their texts. Those of a withdrawn answer, of an archived text and of a code that the
 * codebook no longer has are left out, and so count nowhere.
 */
export async function readCodings(db: Db, { assessment, protocol, viewer }: CodedStudy, which: WhichCodings = {}): Promise<ReadCoding[]> {
  const known = (protocol.codebook ?? []).map(({ id }) => id);
  const rows = await db.coding.findMany({
    where: {
      assessmentId: assessment.id,
      archivedAt: null,
      code: which.code === undefined ? { in: known } : { equals: which.code, in: known },
      ...(which.of && { evidenceKind: which.of.kind, evidenceId: which.of.id }),
    },
    orderBy: [{ start: "asc" }, { id: "asc" }],
  });
  const refs = rows.flatMap(({ evidenceKind: kind, evidenceId: id }) => (isEvidenceKind(kind) ? [{ kind, id }] : []));
  const evidence = await readEvidence(db, { assessment, protocol, viewer, which: whichOf(refs) });
  const read = rows.flatMap((row): ReadCoding[] => {
    const found = isEvidenceKind(row.evidenceKind) ? evidence.get(nodeKey({ kind: row.evidenceKind, id: row.evidenceId })) : undefined;
    if (!found?.text || found.archived || found.withheld) return [];
    const { id, code, version, note, passage, language, byId, at } = row;
    const place = placeOf(row, found.text.texts[language] ?? "");
    return [{ id, code, version, note, passage, language, place, evidence: found, byId, at }];
  });
  return read.toSorted((one, other) => one.evidence.code.localeCompare(other.evidence.code, "en", { numeric: true }));
}

/** What of the codings is counted and shown by: the interview or the source, and the question that was asked. */
export function standsIn({ code }: Evidence): { holder: string; row: string } {
  const [holder = "", row = ""] = code.split(":");
  return { holder, row };
}
