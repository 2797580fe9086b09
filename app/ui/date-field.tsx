import { useTranslations } from "use-intl";
import type { FieldBase } from "./field";
import { Field } from "./field";
import type { When } from "./format";
import { typedDate } from "./format";

export interface DateFieldProps extends FieldBase {
  /** A date, or what was typed when the form came back with an error. */
  value?: When | undefined;
}

/** A day as one text of `dd-mm-yyyy`; what is read from it is for the schema of the form to decide. */
export function DateField({ value, ...field }: DateFieldProps) {
  const t = useTranslations("ui.form");
  return (
    <Field {...field} hint={field.hint ?? t("dateHint")}>
      {(control) => (
        <input
          {...control}
          className={`${control.className} num date`}
          name={field.name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={shown(value)}
          readOnly={field.readOnly}
        />
      )}
    </Field>
  );
}

/** A day as it is typed; whatever else was typed comes back as it was. */
function shown(value: When | undefined): string | undefined {
  return value instanceof Date || (value && /^\d{4}-\d{2}-\d{2}$/.test(value)) ? typedDate(value) : value;
}
