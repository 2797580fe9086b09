import type { Examples } from "./example";
import { TextArea } from "./text-area";

export const examples: Examples = {
  "an answer": (
    <TextArea
      name="answer"
      label="Answer in the third person"
      rows={4}
      value="Sees most promise in longer leases. Repairs are seldom planned ahead."
    />
  ),
  wrong: <TextArea name="answer" label="Answer" error="Fill in the answer, or choose why there is none" />,
};
