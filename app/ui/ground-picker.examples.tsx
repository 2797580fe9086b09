import type { Examples } from "./example";
import { GroundPicker } from "./ground-picker";

export const examples: Examples = {
  "nothing chosen": <GroundPicker chosen={[]} found={[]} />,
  "one chosen, one found": (
    <GroundPicker
      chosen={[
        {
          key: "excerpt/1",
          kind: "excerpt",
          code: "S03:1",
          origin: "Evaluation 2021, p. 12",
          text: "The pumps were not maintained after the first year.",
        },
      ]}
      found={[
        {
          key: "interview-answer/2",
          kind: "answer",
          code: "I2:4",
          origin: "water company",
          text: "Parts arrive late.",
          citable: "disputed",
        },
      ]}
    />
  ),
};
