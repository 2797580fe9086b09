import { ratedSubject } from "~/domain/judgements/rated";
import type { PictureReaders } from "~/platform/pictures.server";
import { filterFrom } from "./panel.server";
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
};
