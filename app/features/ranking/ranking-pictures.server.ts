import type { PictureContent } from "~/domain/pictures/content";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { showRanking, showSpreads, showTree } from "~/domain/ranking/show-ranking";
import { languageIfAny } from "~/domain/tool-language";
import type { PictureReader, PictureReaders } from "~/platform/pictures.server";
import type { ReadRanking } from "~/platform/read-ranking.server";
import { readAskedRanking } from "./load-ranking.server";

/** A picture of the ranking that the page shows at the same query: also on weights that somebody tries. */
function reader(show: (read: ReadRanking) => PictureContent | null): PictureReader {
  return {
    permission: "round.read",
    read: async (db, { assessment, protocol }, query) => {
      const language = languageIfAny(query.get("language") ?? "") ?? "en";
      const found = await readAskedRanking(db, { assessment, protocol, language }, query);
      return found && show(found.read);
    },
  };
}

const drawn = <Kind extends string, Shown extends object>(kind: Kind, shown: Shown | null) => shown && { kind, ...shown };

/** The pictures of a ranking that can be had as files. */
export const rankingPictures: PictureReaders = {
  ranking: reader((read) => drawn("ranking", showRanking(read))),
  "rank-spread": reader((read) => drawn("rank-spread", showSpreads(read, usualDraws))),
  profiles: reader((read) => drawn("profiles", showTree(read))),
};
