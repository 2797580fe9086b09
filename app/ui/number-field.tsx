import type { FieldBase } from "./field";
import { Field } from "./field";

export interface NumberFieldProps extends FieldBase {
  value?: number | string | undefined;
  unit?: string | undefined;
  whole?: boolean | undefined;
  /** Something else than a number can be typed too: a keyboard with letters is offered. */
  words?: boolean | undefined;
}

/** A number with its unit beside it. A text field, so that a decimal comma is kept as typed and judged by the schema. */
export function NumberField({ value, unit, whole, words, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      {(control) => {
        const unitId = `${control.id}-unit`;
        const described = [control["aria-describedby"], unit && unitId].filter(Boolean).join(" ");
        return (
          <span className="with-unit">
            <input
              {...control}
              className={`${control.className} num`}
              name={field.name}
              inputMode={words ? "text" : whole ? "numeric" : "decimal"}
              autoComplete="off"
              defaultValue={value}
              readOnly={field.readOnly}
              aria-describedby={described || undefined}
            />
            {unit && <span id={unitId}>{unit}</span>}
          </span>
        );
      }}
    </Field>
  );
}
