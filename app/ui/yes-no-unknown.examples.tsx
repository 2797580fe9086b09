import type { Examples } from "./example";
import { YesNoUnknown } from "./yes-no-unknown";

export const examples: Examples = {
  "with an explanation": (
    <YesNoUnknown name="public" label="Are the dues public?" value="no" explanationLabel="Explanation" explanation="On request only" />
  ),
  plain: <YesNoUnknown name="public" label="Are the dues public?" />,
};
