import { optionMatrices, readOptionComparison } from "~/platform/option-comparison.server";
import type { PictureReaders } from "~/platform/pictures.server";

/** The pictures of the options that can be had as files: the kind that is asked for, or else the first. */
export const optionPictures: PictureReaders = {
  options: {
    permission: "option.read",
    read: async (db, study, query) => {
      const matrices = optionMatrices(await readOptionComparison(db, study));
      const asked = query.get("kind");
      const matrix = asked === null ? matrices[0] : matrices.find(({ options }) => options[0]?.kind === asked);
      return matrix ? { kind: "options", ...matrix } : null;
    },
  },
};
