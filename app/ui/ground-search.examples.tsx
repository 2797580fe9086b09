import type { Examples } from "./example";
import { GroundSearch } from "./ground-search";

export const examples: Examples = {
  "before a search": <GroundSearch find="" count={0} />,
  "after one": <GroundSearch find="short funding" count={7} />,
};
