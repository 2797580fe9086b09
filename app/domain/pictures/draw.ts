import { drawNetwork } from "~/domain/actors/network-picture";
import { drawFrameworkTree } from "~/domain/alignment/tree-picture";
import { drawEffectMatrix } from "~/domain/effectiveness/class-picture";
import { drawCriterion } from "~/domain/judgements/criterion-picture";
import { drawProfile } from "~/domain/judgements/profile-picture";
import { heatmapPicture } from "~/domain/judgements/heatmap-picture";
import { heatmapTable } from "~/domain/judgements/heatmap-words";
import { drawOptionMatrix } from "~/domain/options/matrix-picture";
import { drawRanking, drawSpreads, drawTree } from "~/domain/ranking/draw-ranking";
import { flowPicture } from "~/domain/screening/flow-picture";
import { isEmptyColumn, type ShownFlow } from "~/domain/screening/flow";
import { flowTableRows } from "~/domain/screening/flow-table";
import type { PictureContent } from "./content";
import type { Drawn } from "./drawn";
import type { PictureWords } from "./words";

/** Draws what a picture shows in one language, with the table that has the same numbers: one drawing for page, document and file. */
export function drawPicture(content: PictureContent, words: PictureWords): Drawn {
  switch (content.kind) {
    case "flow":
      return drawFlow(content, words);
    case "heatmap":
      return { picture: heatmapPicture(content, words), table: heatmapTable(content, words) };
    case "criterion":
      return drawCriterion(content, words);
    case "profile":
      return drawProfile(content, words);
    case "ranking":
      return drawRanking(content, words);
    case "rank-spread":
      return drawSpreads(content, words);
    case "profiles":
      return drawTree(content, words);
    case "alignment":
      return drawFrameworkTree(content, words);
    case "options":
      return drawOptionMatrix(content, words);
    case "network":
      return drawNetwork(content, words);
    case "effectiveness":
      return drawEffectMatrix(content, words);
  }
}

function drawFlow({ flow, reasons }: ShownFlow, { say, text }: PictureWords): Drawn {
  const labels = new Map(reasons.map(({ key, label }) => [key, text(label)]));
  const nameOf = (key: string) => labels.get(key) ?? key;
  const hasOther = !isEmptyColumn(flow.other);
  const numeric = (key: string) => ({ label: say(`data.flow.${key}`), numeric: true });
  const cell = (count: number | null) => (count === null ? "" : String(count));
  return {
    picture: flowPicture(flow, (key, values) => say(`data.flow.${key}`, values), nameOf),
    table: {
      columns: [{ label: say("data.step") }, numeric("searched"), ...(hasOther ? [numeric("others")] : [])],
      rows: flowTableRows(flow).map(({ word, reason, searched, other }) => [
        reason === undefined ? say(`data.flow.rows.${word ?? "identified"}`) : nameOf(reason),
        cell(searched),
        ...(hasOther ? [cell(other)] : []),
      ]),
    },
  };
}
