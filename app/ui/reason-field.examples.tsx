import type { Examples } from "./example";
import { ReasonField } from "./reason-field";

export const examples: Examples = {
  "a list and own words": (
    <ReasonField
      name="reason"
      label="Why was it not asked?"
      error="Choose why question 13 was not asked"
      reasons={[
        { value: "time", label: "No time left" },
        { value: "field", label: "Outside this person’s field" },
      ]}
    />
  ),
  "own words only": <ReasonField name="why" label="Why is it opened again?" words="A new source" />,
};
