import type { Examples } from "./example";
import { SelectField } from "./select-field";

export const examples: Examples = {
  "with an empty choice": (
    <SelectField
      name="use"
      label="May be used as"
      empty="Choose"
      options={[
        { value: "quote", label: "Quotation" },
        { value: "paraphrase", label: "Paraphrase" },
      ]}
    />
  ),
  "in groups": (
    <SelectField name="node" label="Article" value="1" options={[{ label: "Act", options: [{ value: "1", label: "Article 1" }] }]} />
  ),
};
