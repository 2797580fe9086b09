import type { Examples } from "./example";
import type { LaneAct } from "./lane-acts";
import { WaitingActs } from "./waiting-acts";

const asked = (name: string, wording: string, state: "kept" | "refused" | "signed-out"): LaneAct => ({
  name,
  entries: [["wording", wording]],
  status: { state },
});
const still = () => undefined;

export const examples: Examples = {
  "three questions": (
    <WaitingActs
      lane={{
        acts: [
          asked("1", "En hoe lang al?", "kept"),
          asked("2", "Wie besliste dat?", "refused"),
          asked("3", "Met welk geld?", "signed-out"),
        ],
        again: still,
        drop: still,
      }}
      field="wording"
      lang="nl"
    />
  ),
};
