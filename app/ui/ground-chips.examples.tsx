import type { Examples } from "./example";
import { GroundChips } from "./ground-chips";

export const examples: Examples = {
  "one to open, one withheld": (
    <GroundChips
      base="/assessments/study"
      grounds={[
        { key: "excerpt/1", kind: "excerpt", code: "S07:6", origin: "Port survey 2020, p. 41", path: "/sources/S07" },
        { key: "interview-answer/2", kind: "answer", code: "I4:2", withheld: true, path: "/interviews/I4" },
      ]}
    />
  ),
};
