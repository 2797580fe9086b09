import { profileOf } from "~/domain/judgements/profile-picture";
import type { PictureContent } from "~/domain/pictures/content";
import type { Db } from "~/platform/db.server";
import { readRated } from "~/platform/rated.server";
import type { RatingsStudy } from "./read-subject-ratings.server";

/** An actor by its code on each criterion, beside all actors; null where nothing of it was rated, or nothing was asked. */
export async function readProfilePicture(
  db: Db,
  { viewer, ...study }: Pick<RatingsStudy, "assessment" | "protocol" | "viewer">,
  code: string | null,
): Promise<PictureContent | null> {
  const rated = await readRated(db, viewer.id, study, "actor");
  const row = rated.rows.find((one) => one.code === code);
  if (!row || row.cells.every(({ state }) => state === "unrated")) return null;
  return { kind: "profile", ...profileOf(rated, row, "actor") };
}
