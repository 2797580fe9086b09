import type { NodeKind } from "~/domain/evidence/kinds";
import type { GroundKind } from "./ground-chip";

/** How the chip of each kind of node looks. */
export const groundChipKinds: { readonly [Kind in NodeKind]: GroundKind } = {
  excerpt: "excerpt",
  "interview-answer": "answer",
  "actor-fact": "fact",
  judgement: "rating",
  alignment: "alignment",
  statement: "statement",
};
