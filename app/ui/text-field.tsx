import type { FieldBase } from "./field";
import { Field } from "./field";

export interface TextFieldProps extends FieldBase {
  value?: string | undefined;
  type?: "text" | "email" | "password" | "search" | "url" | "tel" | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  lang?: string | undefined;
  inputMode?: "numeric" | "decimal" | "email" | "url" | undefined;
}

/** One line of text. */
export function TextField({ value, type = "text", autoComplete, maxLength, lang, inputMode, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          name={field.name}
          type={type}
          defaultValue={value}
          readOnly={field.readOnly}
          autoComplete={autoComplete ?? "off"}
          maxLength={maxLength}
          lang={lang}
          inputMode={inputMode}
        />
      )}
    </Field>
  );
}
