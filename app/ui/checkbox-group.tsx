import { classNames } from "./class-names";
import type { FieldBase } from "./field";
import { FieldGroup, FieldNotes, fieldId } from "./field";
import { useFieldError } from "./field-error";
import type { RichOption } from "./options";

export interface CheckboxGroupProps extends FieldBase {
  options: readonly RichOption[];
  values?: readonly string[] | undefined;
  layout?: "row" | "list" | undefined;
}

/** Any number of several. Each ticked one is sent under the name of the field. */
export function CheckboxGroup({ options, values = [], layout = "row", ...field }: CheckboxGroupProps) {
  return (
    <FieldGroup {...field}>
      {({ id, "aria-invalid": invalid }) => (
        <div className={classNames("choice", layout === "list" && "list")}>
          {options.map((option, place) => (
            <label key={option.value} className={option.hint ? "with-hint" : undefined}>
              <input
                type="checkbox"
                id={place === 0 ? id : `${id}-${place + 1}`}
                name={field.name}
                value={option.value}
                defaultChecked={values.includes(option.value)}
                disabled={field.readOnly}
                aria-invalid={invalid}
              />
              <span>
                {option.label}
                {option.hint && <span className="hint">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

export interface CheckboxProps extends Omit<FieldBase, "optional"> {
  checked?: boolean | undefined;
  /** What is sent when it is ticked. */
  value?: string | undefined;
}

/** One statement that is true or not. Unticked, nothing is sent. */
export function Checkbox({ checked, value = "yes", ...given }: CheckboxProps) {
  const field = { ...given, error: useFieldError([given.name], given.error) };
  const id = field.id ?? fieldId(field.name);
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("f", field.className)}>
      <FieldNotes id={id} error={field.error} />
      <div className="check">
        <input
          type="checkbox"
          id={id}
          name={field.name}
          value={value}
          defaultChecked={checked}
          disabled={field.readOnly}
          aria-describedby={described}
          aria-invalid={field.error ? true : undefined}
        />
        <label htmlFor={id}>{field.label}</label>
      </div>
      <FieldNotes id={id} hint={field.hint} />
    </div>
  );
}
