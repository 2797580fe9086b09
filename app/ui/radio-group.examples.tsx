import type { Examples } from "./example";
import { RadioGroup } from "./radio-group";

export const examples: Examples = {
  "short words": (
    <RadioGroup
      name="asked"
      label="Was it asked?"
      value="asked"
      options={[
        { value: "asked", label: "Asked" },
        { value: "not-asked", label: "Not asked" },
        { value: "no-answer", label: "Asked, no answer" },
      ]}
    />
  ),
  "sentences, wrong": (
    <RadioGroup
      name="attribution"
      label="How may the person be named?"
      layout="list"
      error="Choose how the person may be named"
      options={[
        { value: "name", label: "By name", hint: "Name, organisation and role" },
        { value: "kind", label: "By kind of organisation", hint: "Nothing that points to the person" },
      ]}
    />
  ),
};
