import { Difference, ValueChange } from "./difference";
import type { Examples } from "./example";

export const examples: Examples = {
  "a sentence": <Difference before="Short leases hold back repairs." after="Short leases hold back repairs and dredging." />,
  "a value": <ValueChange before="13" after="14" />,
};
