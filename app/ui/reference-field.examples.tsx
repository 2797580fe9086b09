import type { Examples } from "./example";
import { ReferenceField } from "./reference-field";

export const examples: Examples = {
  one: <ReferenceField name="actor" label="Actor" options={[{ value: "O1", label: "O1 Port of Veere" }]} values={["O1"]} />,
  "several, in groups": (
    <ReferenceField
      name="sources"
      label="Sources"
      several
      values={["S02"]}
      options={[
        {
          label: "Reports",
          options: [
            { value: "S01", label: "S01 Dues of 2020" },
            { value: "S02", label: "S02 Dues of 2021" },
          ],
        },
        { label: "Acts", options: [{ value: "S03", label: "S03 Harbour act" }] },
      ]}
    />
  ),
};
