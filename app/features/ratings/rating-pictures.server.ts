import { ratedSubject } from "~/domain/judgements/rated";
import type { PictureReaders } from "~/platform/pictures.server";
import { filterFrom } from "./panel.server";
import { readCriterionPicture } from "./read-criterion-page.server";
import { readProfilePicture } from "./read-profile-picture.server";
import { readFilteredRated } from "./read-heatmap.server";

/** The pictures of ratings that can be had as files, narrowed and ordered as the page that they stand on. */
export const ratingPictures: PictureReaders = {
  heatmap: {
    permission: "actor.read",
    read: async (db, study, query) => {
      const filter = filterFrom(query, study.protocol);
      const { rated, rows } = await readFilteredRated(db, study, "actor", filter);
      const shown = { subject: "actor", criteria: rated.criteria, rows: rows.map(ratedSubject), order: filter.sort } as const;
      return rows.length === 0 ? null : { kind: "heatmap", ...shown };
    },
  },
  criterion: {
    permission: "actor.read",
    read: async (db, study, query) => {
      const filter = filterFrom(query, study.protocol);
      const { shown } = await readCriterionPicture(db, study, query.get("criterion"), filter);
      return shown.rows.length === 0 ? null : { kind: "criterion", ...shown };
    },
  },
  profile: {
    permission: "actor.read",
    read: (db, study, query) => readProfilePicture(db, study, query.get("actor")),
  },
};
