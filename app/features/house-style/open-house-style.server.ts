import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { findHouseStyleIfAny, type HouseStyleRow } from "~/platform/house-styles.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";

/** A house style as its page shows it. */
export type HouseStyleShown = Omit<HouseStyleRow, "byId"> & { by: string | null };

/** The house style of a study with who uploaded it; null where it has the plain style. */
export async function openHouseStyleIfAny(db: Db, { id }: Pick<AssessmentRow, "id">): Promise<HouseStyleShown | null> {
  const found = await findHouseStyleIfAny(db, id);
  if (!found) return null;
  const { byId, ...row } = found;
  return { ...row, by: (await namesOfUsers(db, [byId])).get(byId) ?? null };
}

/** The house style to remove; not found where there is none. */
export async function findHouseStyleToRemove(
  db: Db,
  assessment: Pick<AssessmentRow, "id">,
): Promise<{ fileName: string; version: number }> {
  const found = await findHouseStyleIfAny(db, assessment.id);
  if (!found) throw refuse("not-found");
  return { fileName: found.fileName, version: found.version };
}
