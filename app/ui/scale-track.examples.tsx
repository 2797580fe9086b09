import type { Examples } from "./example";
import { ScaleTrack } from "./scale-track";

export const examples: Examples = {
  reconciled: (
    <ScaleTrack
      levels={["none", "marginal", "partial", "substantial", "leading"].map((label, place) => ({ value: String(place), label }))}
      agreed="2"
      raters={[
        { letter: "A", value: "1" },
        { letter: "B", value: "3" },
        { letter: "C", value: "2" },
      ]}
    />
  ),
  "three levels, own value": (
    <ScaleTrack levels={["low", "middle", "high"].map((label, place) => ({ value: String(place + 1), label }))} agreed="3" />
  ),
};
