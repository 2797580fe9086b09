import { useTranslations } from "use-intl";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";
import type { Option, OptionGroup } from "./options";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

export interface ReferenceFieldProps extends FieldBase {
  options: readonly (Option | OptionGroup)[];
  /** What is chosen: at most one, unless `several`. */
  values?: readonly string[] | undefined;
  several?: boolean | undefined;
  /** Not all are listed: below the list the code of another can be typed. */
  shortened?: boolean | undefined;
}

/** A reference to a record: one by a select, several by ticking in a list that scrolls. All are sent under the name. */
export function ReferenceField({ options, values = [], several, shortened, ...field }: ReferenceFieldProps) {
  const t = useTranslations("ui.form");
  const known = new Set(options.flatMap((option) => ("options" in option ? option.options : [option])).map(({ value }) => value));
  const typed = values.find((value) => !known.has(value));
  if (!several && shortened) {
    const chosen = options.flatMap((option) => ("options" in option ? option.options : [option])).find(({ value }) => value === values[0]);
    return <TextField {...field} hint={t("byCode")} value={chosen ? chosen.label.split(" ")[0] : values[0]} />;
  }
  if (!several) return <SelectField {...field} options={options} value={values[0]} empty={t("choose")} />;
  return (
    <FieldGroup {...field}>
      {({ id }) => (
        <>
          <div className="ticks">
            <Ticks options={options} values={values} name={field.name} id={id} first={0} readOnly={field.readOnly} />
          </div>
          {shortened && <TextField name={field.name} id={`${id}-code`} label={t("anotherByCode")} optional value={typed} />}
        </>
      )}
    </FieldGroup>
  );
}

interface TicksProps {
  options: readonly (Option | OptionGroup)[];
  values: readonly string[];
  name: string;
  id: string;
  /** How many boxes stand before these. */
  first: number;
  readOnly: boolean | undefined;
}

function Ticks({ options, values, name, id, first, readOnly }: TicksProps) {
  return (
    <>
      {options.map((option, place) => {
        const before = options.slice(0, place).reduce((count, each) => count + ("options" in each ? each.options.length : 1), first);
        if ("options" in option) {
          return (
            <div key={option.label} role="group" aria-label={option.label}>
              <p className="tick-head">{option.label}</p>
              <Ticks options={option.options} values={values} name={name} id={id} first={before} readOnly={readOnly} />
            </div>
          );
        }
        return (
          <label key={option.value} className="check">
            <input
              type="checkbox"
              id={before === 0 ? id : `${id}-${before + 1}`}
              name={name}
              value={option.value}
              defaultChecked={values.includes(option.value)}
              disabled={readOnly}
            />
            <span>{option.label}</span>
          </label>
        );
      })}
    </>
  );
}
