import { Checkbox, CheckboxGroup } from "./checkbox-group";
import type { Examples } from "./example";

export const examples: Examples = {
  "kinds of evidence": (
    <CheckboxGroup
      name="kind"
      label="Kinds"
      values={["excerpt"]}
      options={[
        { value: "excerpt", label: "Passages" },
        { value: "answer", label: "Interview answers" },
      ]}
    />
  ),
  "one statement": <Checkbox name="literal" label="May be quoted word for word" hint="As agreed with the person" checked />,
  "one statement, wrong": <Checkbox name="read" label="I have read what this binds" error="Tick this to sign off" />,
};
