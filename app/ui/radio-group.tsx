import { classNames } from "./class-names";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";
import type { RichOption } from "./options";

export interface RadioGroupProps extends FieldBase {
  options: readonly RichOption[];
  value?: string | undefined;
  /** Beside each other (short words) or under each other (sentences, hints). */
  layout?: "row" | "list" | undefined;
}

/** One of a few, all in sight. Nothing is chosen beforehand unless `value` says so. */
export function RadioGroup({ options, value, layout = "row", ...field }: RadioGroupProps) {
  return (
    <FieldGroup {...field} radios>
      {({ id }) => (
        <div className={classNames("choice", layout === "list" && "list")}>
          {options.map((option, place) => (
            <label key={option.value} className={option.hint ? "with-hint" : undefined}>
              <input
                type="radio"
                id={place === 0 ? id : `${id}-${place + 1}`}
                name={field.name}
                value={option.value}
                defaultChecked={option.value === value}
                disabled={field.readOnly}
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
