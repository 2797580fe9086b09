import type { Examples } from "./example";
import { ScaleField } from "./scale-field";

export const examples: Examples = {
  "anchored levels": (
    <ScaleField
      name="reach"
      label="Reach"
      hint="Judged over the last five years"
      value="2"
      levels={[
        { value: "0", label: "None", anchor: "No port takes part" },
        { value: "1", label: "Marginal", anchor: "One or two ports" },
        { value: "2", label: "Partial", anchor: "About half of the ports" },
      ]}
      others={[{ value: "cannot-judge", label: "Cannot be judged" }]}
    />
  ),
};
