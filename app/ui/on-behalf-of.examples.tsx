import type { Examples } from "./example";
import { OnBehalfOf } from "./on-behalf-of";

export const examples: Examples = {
  named: <OnBehalfOf name="Jan Bos" />,
  nobody: <OnBehalfOf name="" />,
};
