import { readFrameworkTrees } from "~/platform/framework-trees.server";
import type { PictureReaders } from "~/platform/pictures.server";

/** The pictures of the alignment that can be had as files: the tree of the framework that is asked for, or else of the first. */
export const alignmentPictures: PictureReaders = {
  alignment: {
    permission: "alignment.read",
    read: async (db, { assessment, protocol, viewer }, query) => {
      const { trees } = await readFrameworkTrees(db, assessment.id, protocol, viewer);
      const asked = query.get("framework");
      const tree = asked === null ? trees[0] : trees.find(({ framework }) => framework.id === asked);
      return tree ? { kind: "alignment", ...tree } : null;
    },
  },
};
