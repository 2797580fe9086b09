import { z } from "zod";
import type { RoundOfActors } from "~/domain/actors/merging";
import { roundStateOf } from "~/domain/moves/round";
import type { Db } from "~/platform/db.server";

const Ids = z.array(z.string());

/** The rounds in which actors are judged, each with its state and the ids of its subjects. One query. */
export async function roundsOfActors(db: Pick<Db, "round">, assessmentId: string): Promise<RoundOfActors[]> {
  const rows = await db.round.findMany({
    where: { assessmentId, subjectKind: "actor" },
    select: { number: true, openedAt: true, closedAt: true, subjects: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, subjects, ...times }) => ({ number, state: roundStateOf(times), subjects: Ids.parse(JSON.parse(subjects)) }));
}
