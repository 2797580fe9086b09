import { reconciledRater } from "~/domain/judgements/cells";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";
import { type Dissent, readDissents } from "./judgements.server";

/** A rater who keeps to another value than the agreed one of a cell, and why. */
export interface CellDissent extends Dissent {
  roundId: string;
  subjectId: string;
  criterion: string;
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
  return rows.flatMap(({ dissent, ...cell }) => readDissents(dissent).map((one) => ({ ...cell, ...one })));
}
