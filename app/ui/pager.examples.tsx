import type { Examples } from "./example";
import { Pager } from "./pager";

export const examples: Examples = {
  "in the middle": <Pager older="?before=4771" newer="?after=4812" range={{ from: 26, to: 50, total: 212 }} />,
  "one page": <Pager />,
};
