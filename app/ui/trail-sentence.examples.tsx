import type { Examples } from "./example";
import { TrailSentence } from "./trail-sentence";

const event = { by: "Iris Bakker", values: {}, subject: { type: "section", id: "1", version: 3 } };

export const examples: Examples = {
  "a section": (
    <p>
      <TrailSentence base="/assessments/dues" event={{ ...event, action: "section.sign-off", label: "4.3", path: "/sections/4.3" }} />
    </p>
  ),
  "a statement": (
    <p>
      <TrailSentence
        base="/assessments/dues"
        event={{
          ...event,
          action: "link.add",
          label: "F15",
          path: "/statements/F15",
          values: { target: "S09:4" },
          subject: { type: "block", id: "2", version: 1 },
        }}
      />
    </p>
  ),
};
