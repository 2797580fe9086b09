import { z } from "zod";
import { commitment, eventHash } from "~/domain/trail/format";
import type { Db } from "~/platform/db.server";
import { hashing } from "~/platform/sha256.server";

const Told = z.looseObject({
  content: z.string(),
  evidence: z.string(),
  ordinal: z.number().optional(),
  records: z.array(z.looseObject({ id: z.string() })).catch([]),
});
const Body = z.looseObject({ at: z.string(), details: z.record(z.string(), z.string()) });
const By = z.object({ name: z.string(), role: z.string() });

/** A sign-off as its row has it, and its place among those of its section. */
export interface SignedRow {
  id: string;
  sectionId: string;
  assessmentId: string;
  byId: string;
  contentDigest: string;
  evidenceDigest: string;
}

/** The event of a sign-off: who it was as she was called then, when the trail recorded it, and whether it is whole and names the same digests; null where the trail has none. */
export async function findSigningEventIfAny(db: Db, row: SignedRow, ordinal: number) {
  const chain = row.assessmentId;
  const where = { chain, action: "section.sign-off", subjectType: "section", subjectId: row.sectionId, byId: row.byId };
  const events = await db.event.findMany({ where, select: { seq: true, body: true, hash: true }, orderBy: { seq: "asc" } });
  const details = await db.eventDetail.findMany({ where: { chain, seq: { in: events.map(({ seq }) => seq) } } });
  for (const event of events) {
    const part = (name: string) => details.find(({ seq, part: of }) => seq === event.seq && of === name);
    const change = part("change");
    const told = change && Told.parse(JSON.parse(change.body));
    if (!told || !(told.ordinal === ordinal || (told.ordinal === undefined && told.records.some(({ id }) => id === row.id)))) continue;
    const body = Body.parse(JSON.parse(event.body));
    const isWhole = commitment(hashing, change.salt, "change", change.body) === body.details["change"];
    const by = part("by");
    return {
      seq: event.seq,
      hash: event.hash,
      at: new Date(body.at),
      by: by ? By.parse(JSON.parse(by.body)) : null,
      namesDigests: isWhole && told.content === row.contentDigest && told.evidence === row.evidenceDigest,
      hasItsHash: eventHash(hashing, event.body) === event.hash,
    };
  }
  return null;
}
