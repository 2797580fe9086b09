import { profileOf, talliesOf } from "~/domain/judgements/profile-picture";
import type { Tally } from "~/domain/judgements/tally";
import type { PictureContent } from "~/domain/pictures/content";
import type { Db } from "~/platform/db.server";
import { keepUntilChange } from "~/platform/keep-until-change.server";
import { readRated } from "~/platform/rated.server";
import type { RatingsStudy } from "./read-subject-ratings.server";

/** An actor by its code on each criterion, beside all actors; null where nothing of it was rated, or nothing was asked. */
export async function readProfilePicture(
  db: Db,
  { viewer, ...study }: Pick<RatingsStudy, "assessment" | "protocol" | "viewer">,
  code: string | null,
): Promise<PictureContent | null> {
  const { ids, all } = await kept(db, study.assessment.id, () => countActors(db, study));
  const id = code === null ? undefined : ids.get(code);
  if (id === undefined) return null;
  const { criteria, rows } = await readRated(db, viewer.id, study, "actor", id);
  const row = rows[0];
  if (!row || row.cells.every(({ state }) => state === "unrated")) return null;
  return { kind: "profile", ...profileOf({ criteria, all }, row, "actor") };
}

/** The actors of a study by their codes, and how all of them were judged on each criterion. */
interface CountedActors {
  ids: ReadonlyMap<string, string>;
  all: readonly (Tally | null)[];
}

const kept = keepUntilChange<CountedActors>(10);

/** Counts what anybody may see: read for nobody in particular, so that no value of a round that is blind leaves the database, and the same for all. */
async function countActors(db: Db, study: Pick<RatingsStudy, "assessment" | "protocol">): Promise<CountedActors> {
  const { criteria, rows } = await readRated(db, nobody, study, "actor");
  return { ids: new Map(rows.map(({ code, id }) => [code, id])), all: talliesOf(criteria, rows) };
}

/** No account has this id. */
const nobody = "";
