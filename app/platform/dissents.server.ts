import { z } from "zod";
import { reconciledRater } from "~/domain/judgements/cells";
import { LocalText } from "~/domain/local-text-schema";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";

const Stored = z.array(z.strictObject({ userId: z.string(), reason: LocalText }));

/** A rater who keeps to another value than the agreed one of a cell, and why. */
export interface CellDissent {
  roundId: string;
  subjectId: string;
  criterion: string;
  userId: string;
  reason: LocalText;
}

/** The dissents of the judgements of one kind of subject that a viewer may see; null = a reader. One query. */
export async function listDissents(
  db: Db,
  viewerId: string | null,
  where: { assessmentId: string; subjectKind: JudgedSubject },
): Promise<CellDissent[]> {
  const rows = await db.judgement.findMany({
    where: { ...where, rater: reconciledRater, dissent: { not: null }, AND: [judgementsSeenBy(viewerId)] },
    select: { roundId: true, subjectId: true, criterion: true, dissent: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ dissent, ...cell }) => Stored.parse(JSON.parse(dissent ?? "[]")).map((one) => ({ ...cell, ...one })));
}
