import type { Examples } from "./example";
import { NumberField } from "./number-field";

export const examples: Examples = {
  "with its unit": <NumberField name="vessels" label="Vessels" value={120} unit="a year" whole />,
  plain: <NumberField name="share" label="Share" optional />,
};
