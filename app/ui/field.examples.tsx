import type { Examples } from "./example";
import { Field, FieldGroup } from "./field";

export const examples: Examples = {
  "a control of one's own": (
    <Field name="place" label="Page or paragraph" hint="As in the source" error="Fill in where it stands" optional>
      {(control) => <input {...control} name="place" />}
    </Field>
  ),
  "several controls": (
    <FieldGroup name="period" label="Period">
      {(control) => <input {...control} name="period" aria-label="From" />}
    </FieldGroup>
  ),
};
