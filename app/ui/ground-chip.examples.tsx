import type { Examples } from "./example";
import { GroundChip } from "./ground-chip";

export const examples: Examples = {
  "every look": (
    <div className="chips">
      <GroundChip kind="excerpt" code="S07:6" origin="Port survey 2020, p. 41" href="#s" />
      <GroundChip kind="answer" code="I6:18" relation="contradicts" href="#i" />
      <GroundChip kind="excerpt" code="S07:9" relation="context" href="#c" />
      <GroundChip kind="answer" code="I3:7" changed="corrected" href="#g" />
      <GroundChip kind="answer" code="I4:2" withheld />
      <GroundChip kind="fact" code="O7:f4" href="#f" />
      <GroundChip kind="rating" code="O7:K2" href="#r" />
      <GroundChip kind="alignment" code="P 3.1.1" href="#a" />
      <GroundChip kind="option" code="W2:K1" href="#o" />
      <GroundChip kind="intervention" code="V1" href="#v" />
      <GroundChip kind="limitation" code="L1" href="#l" />
      <GroundChip kind="statement" code="F21" href="#st" />
    </div>
  ),
};
