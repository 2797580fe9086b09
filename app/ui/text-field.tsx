import type { FieldBase } from "./field";
import { Field } from "./field";

export interface TextFieldProps extends FieldBase {
  value?: string | undefined;
  type?: "text" | "email" | "password" | "search" | "url" | "tel" | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  lang?: string | undefined;
  inputMode?: "numeric" | "decimal" | "email" | "url" | undefined;
  /** The id of a `datalist` with what can be chosen instead of typed. */
  list?: string | undefined;
}

/** One line of text. */
export function TextField({ value, type = "text", autoComplete, maxLength, lang, inputMode, list, ...field }: TextFieldProps) {
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
          list={list}
        />
      )}
    </Field>
  );
}
