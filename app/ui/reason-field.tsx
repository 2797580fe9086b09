import { useTranslations } from "use-intl";
import type { FieldBase } from "./field";
import { fieldId } from "./field";
import type { Option } from "./options";
import { SelectField } from "./select-field";
import { TextArea } from "./text-area";

export interface ReasonFieldProps extends FieldBase {
  /** The reasons that occur most. Without them only own words are asked, under the name itself. */
  reasons?: readonly Option[] | undefined;
  reason?: string | undefined;
  words?: string | undefined;
  wordsError?: string | undefined;
}

/** Why: one of a list under `<name>`, and own words under `<name>.words`. */
export function ReasonField({ reasons, reason, words, wordsError, ...field }: ReasonFieldProps) {
  const t = useTranslations("ui.form");
  if (!reasons) return <TextArea {...field} value={words ?? reason} rows={3} />;
  const name = `${field.name}.words`;
  return (
    <div className="stack">
      <SelectField {...field} options={reasons} value={reason} empty={t("chooseReason")} />
      <TextArea
        name={name}
        id={field.id ? `${field.id}-words` : fieldId(name)}
        label={t("ownWords")}
        value={words}
        error={wordsError}
        readOnly={field.readOnly}
        rows={2}
        optional
      />
    </div>
  );
}
