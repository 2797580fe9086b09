import { useTranslations } from "use-intl";
import type { FieldBase } from "./field";
import { RadioGroup } from "./radio-group";
import { TextArea } from "./text-area";

/** The three answers. */
export const yesNoUnknown = ["yes", "no", "unknown"] as const;

export interface YesNoUnknownProps extends FieldBase {
  value?: string | undefined;
  explanation?: string | undefined;
  /** What is asked beside the answer; without it there is no field for it. */
  explanationLabel?: string | undefined;
  explanationError?: string | undefined;
  /** `<name>.explanation` unless given. */
  explanationName?: string | undefined;
  lang?: string | undefined;
}

/** Yes, no or unknown, sent under the name, and an explanation under `<name>.explanation`. */
export function YesNoUnknown({
  value,
  explanation,
  explanationLabel,
  explanationError,
  explanationName,
  lang,
  ...field
}: YesNoUnknownProps) {
  const t = useTranslations("ui.form.yesNoUnknown");
  return (
    <div className="stack">
      <RadioGroup {...field} value={value} options={yesNoUnknown.map((answer) => ({ value: answer, label: t(answer) }))} />
      {explanationLabel && (
        <TextArea
          name={explanationName ?? `${field.name}.explanation`}
          lang={lang}
          label={explanationLabel}
          value={explanation}
          error={explanationError}
          rows={3}
          readOnly={field.readOnly}
          optional
        />
      )}
    </div>
  );
}
