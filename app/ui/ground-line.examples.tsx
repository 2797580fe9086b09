import type { Examples } from "./example";
import { GroundLine, GroundMark } from "./ground-line";

export const examples: Examples = {
  "under a statement": <GroundLine segments={["supports", "supports", "context"]} />,
  "one contradicts": <GroundLine segments={["supports", "contradicts"]} />,
  "one changed": <GroundLine segments={["supports", "changed", "supports"]} />,
  "no ground": <GroundLine segments={[]} />,
  "in a cell": <GroundMark segments={[...Array.from({ length: 13 }, () => "supports" as const), "contradicts"]} />,
  "in a cell, none": <GroundMark segments={[]} />,
  decoration: <GroundMark segments={["supports", "context"]} decorative />,
};
