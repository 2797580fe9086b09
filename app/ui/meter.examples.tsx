import type { Examples } from "./example";
import { Meter } from "./meter";

export const examples: Examples = {
  "an edition": (
    <Meter
      measures={[
        { label: "Sections signed off", done: 12, total: 22 },
        { label: "Statements with ground", done: 63, total: 64 },
      ]}
    />
  ),
};
