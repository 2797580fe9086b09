import type { FieldBase } from "./field";
import { Field } from "./field";

export interface TextAreaProps extends FieldBase {
  value?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  /** The language of the text, where it is not that of the page. */
  lang?: string | undefined;
}

/** Words of a person or of the document, over several lines. */
export function TextArea({ value, rows = 5, maxLength, lang, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          name={field.name}
          rows={rows}
          defaultValue={value}
          readOnly={field.readOnly}
          maxLength={maxLength}
          lang={lang}
        />
      )}
    </Field>
  );
}
