import { z } from "zod";
import { canonical } from "~/domain/canonical";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { columnsOf, type Weighing } from "./set-confidence.server";

const Kept = z.object({
  statement: z
    .object({
      confidence: z.string().nullable(),
      confidenceReason: z.string(),
      confidenceComponents: z.string(),
      contradictionAnswer: z.string(),
      addressedTo: z.string(),
    })
    .nullable(),
});

/** A block whose words are saved by now, and who weighs it: `base` is the version that her form was read at, `now` the newest. */
interface Weighed {
  id: string;
  base: number;
  now: number;
  byId: string;
}

/**
 * Says whether the confidence of a form is to be saved. Not where somebody else changed it since the form was read and the form did not: theirs
 * stays. Refused (422) where both did, unless all that was saved since is her own, whose answer may have been lost on the way.
 */
export async function mayWeigh(db: Db, { id, base, now, byId }: Weighed, typed: Weighing): Promise<boolean> {
  if (now === base) return true;
  const rows = await db.version.findMany({
    where: { kind: "block", recordId: id, number: { gte: base, lte: now } },
    select: { body: true, byId: true },
    orderBy: { number: "asc" },
  });
  const [was, is] = [rows[0], rows.at(-1)].map((row) => row && Kept.parse(JSON.parse(row.body)).statement);
  if (!was || !is || canonical(was) === canonical(is)) return true;
  if (canonical(columnsOf(typed, was)) === canonical(was)) return false;
  if (canonical(columnsOf(typed, is)) === canonical(is)) return true;
  if (rows.slice(1).every((row) => row.byId === byId)) return true;
  throw refuse("invalid", { field: "level", message: "weighed-meanwhile" });
}
