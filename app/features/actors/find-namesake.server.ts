import { foldedName } from "~/domain/actors/countries";
import type { Db } from "~/platform/db.server";

/** An actor that is listed under the same name. */
export interface Namesake {
  code: string;
  name: string;
}

/** The first listed actor whose name is the same but for capitals, accents and spaces; null when there is none. One query. */
export async function findNamesake(db: Db, assessmentId: string, name: string): Promise<Namesake | null> {
  const listed = await db.actor.findMany({
    where: { assessmentId, archivedAt: null },
    select: { code: true, name: true },
    orderBy: { number: "asc" },
  });
  return listed.find((one) => foldedName(one.name) === foldedName(name)) ?? null;
}
