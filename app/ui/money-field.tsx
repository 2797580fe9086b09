import { useTranslations } from "use-intl";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";

export interface MoneyFieldProps extends FieldBase {
  amount?: number | string | undefined;
  currency?: string | undefined;
  /** Codes that can be chosen, the usual one first. */
  currencies: readonly string[];
}

/** An amount and its currency, sent as `<name>.amount` and `<name>.currency`. */
export function MoneyField({ amount, currency, currencies, ...field }: MoneyFieldProps) {
  const t = useTranslations("ui.form");
  return (
    <FieldGroup {...field} entries={[`${field.name}.amount`, `${field.name}.currency`]}>
      {(control) => (
        <span className="with-unit">
          <select
            className="in currency"
            name={`${field.name}.currency`}
            aria-label={t("currency")}
            defaultValue={currency}
            disabled={field.readOnly}
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
          <input
            {...control}
            className={`${control.className} num`}
            name={`${field.name}.amount`}
            aria-label={t("amount")}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={amount}
            readOnly={field.readOnly}
          />
        </span>
      )}
    </FieldGroup>
  );
}
