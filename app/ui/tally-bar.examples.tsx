import type { Examples } from "./example";
import { TallyBar } from "./tally-bar";

export const examples: Examples = {
  "three levels and two without": (
    <TallyBar
      levels={[
        { count: 4, place: 1 },
        { count: 1, place: 0.5 },
        { count: 2, place: 0 },
      ]}
      subjects={9}
    />
  ),
  "classes without order": (
    <TallyBar
      levels={[
        { count: 2, place: null },
        { count: 3, place: null },
      ]}
      subjects={5}
    />
  ),
  "nothing judged": <TallyBar levels={[]} subjects={0} />,
};
