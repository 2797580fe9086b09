import type { Examples } from "./example";
import { EvidenceHit } from "./evidence-hit";

const passage = [
  { text: "The ", hit: false },
  { text: "pumps", hit: true },
  { text: " were not maintained after the first year.", hit: false },
];

export const examples: Examples = {
  "a quoted passage": (
    <EvidenceHit kind="excerpt" code="S03:1" from="Evaluation 2021, p. 12" passage={passage} lang="en" quoted problem={null} />
  ),
  "waits for the interviewee": (
    <EvidenceHit
      kind="answer"
      code="I2:4"
      from="water company"
      passage={passage}
      lang="en"
      problem="waiting"
      citableFrom="2026-10-01"
      href="/assessments/study/interviews/I2#q4"
    />
  ),
  "left out in the screening": (
    <EvidenceHit kind="excerpt" code="S03:1" from="Evaluation 2021, p. 12" passage={passage} lang="en" problem={null} leftOut />
  ),
  withdrawn: <EvidenceHit kind="answer" code="I2:5" from="water company" passage={[]} problem="withdrawn" />,
};
