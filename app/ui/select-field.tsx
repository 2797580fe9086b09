import type { FieldBase } from "./field";
import { Field } from "./field";
import type { Option, OptionGroup } from "./options";

export interface SelectFieldProps extends FieldBase {
  options: readonly (Option | OptionGroup)[];
  value?: string | undefined;
  /** The words of the empty choice; without it there is none and the first option is chosen. */
  empty?: string | undefined;
}

/** One of more than five. Up to five, use `RadioGroup`. */
export function SelectField({ options, value, empty, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} name={field.name} defaultValue={value ?? ""} disabled={field.readOnly}>
          {empty !== undefined && <option value="">{empty}</option>}
          <SelectOptions options={options} />
        </select>
      )}
    </Field>
  );
}

/** The options of a select, some of them in groups. */
export function SelectOptions({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return (
    <>
      {options.map((option) =>
        "options" in option ? (
          <optgroup key={option.label} label={option.label}>
            <SelectOptions options={option.options} />
          </optgroup>
        ) : (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ),
      )}
    </>
  );
}
