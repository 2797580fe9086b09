import type { FrameworkTree } from "~/domain/alignment/framework-tree";
import type { ShownNetwork } from "~/domain/actors/network-picture";
import type { EffectMatrix } from "~/domain/effectiveness/class-columns";
import type { ShownProfile } from "~/domain/judgements/profile-picture";
import type { ShownHeatmap } from "~/domain/judgements/shown-heatmap";
import type { OptionMatrix } from "~/domain/options/matrix-picture";
import type { ShownRanking, ShownSpreads, ShownTree } from "~/domain/ranking/shown";
import type { ShownFlow } from "~/domain/screening/flow";

/** What a picture shows, without a word of any language: the kind decides how it is drawn. */
export type PictureContent =
  | ({ kind: "flow" } & ShownFlow)
  | ({ kind: "heatmap" } & ShownHeatmap)
  | ({ kind: "criterion" } & ShownHeatmap)
  | ({ kind: "profile" } & ShownProfile)
  | ({ kind: "ranking" } & ShownRanking)
  | ({ kind: "rank-spread" } & ShownSpreads)
  | ({ kind: "profiles" } & ShownTree)
  | ({ kind: "alignment" } & FrameworkTree)
  | ({ kind: "options" } & OptionMatrix)
  | ({ kind: "network" } & ShownNetwork)
  | ({ kind: "effectiveness" } & EffectMatrix);
