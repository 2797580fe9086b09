import type { FrameworkTree } from "~/domain/alignment/framework-tree";
import type { EffectMatrix } from "~/domain/effectiveness/class-columns";
import type { ShownHeatmap } from "~/domain/judgements/shown-heatmap";
import type { OptionMatrix } from "~/domain/options/matrix-picture";
import type { ShownRanking, ShownSpreads, ShownTree } from "~/domain/ranking/shown";
import type { ShownFlow } from "~/domain/screening/flow";

/** What a picture shows, without a word of any language: the kind decides how it is drawn. */
export type PictureContent =
  | ({ kind: "flow" } & ShownFlow)
  | ({ kind: "heatmap" } & ShownHeatmap)
  | ({ kind: "ranking" } & ShownRanking)
  | ({ kind: "rank-spread" } & ShownSpreads)
  | ({ kind: "profiles" } & ShownTree)
  | ({ kind: "alignment" } & FrameworkTree)
  | ({ kind: "options" } & OptionMatrix)
  | ({ kind: "effectiveness" } & EffectMatrix);
