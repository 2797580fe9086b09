import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import type { FieldBase } from "./field";
import { FieldGroup } from "./field";

export interface ListFieldProps extends FieldBase {
  values?: readonly string[] | undefined;
  /** Empty lines after the filled ones, so that it works without script. */
  spare?: number | undefined;
  /** The name of the field of a line, counted from 0, where lines have names of their own. */
  lineName?: ((line: number) => string) | undefined;
  lang?: string | undefined;
}

/** A list of short texts, one per line, all sent under the same name unless `lineName` gives each its own. Empty lines are left out by the schema. */
export function ListField({ values = [], spare = 2, lineName, lang, ...field }: ListFieldProps) {
  const t = useTranslations("ui.form");
  const [lines, setLines] = useState(values.length + (field.readOnly ? 0 : spare));
  return (
    <FieldGroup {...field} entries={lineName && Array.from({ length: lines }, (_, line) => lineName(line))}>
      {(control) => (
        <>
          <ol className="lines-in">
            {Array.from({ length: lines }, (_, line) => (
              <li key={line}>
                <input
                  {...control}
                  id={line === 0 ? control.id : `${control.id}-${line + 1}`}
                  name={lineName?.(line) ?? field.name}
                  lang={lang}
                  defaultValue={values[line]}
                  aria-label={t("line", { number: line + 1 })}
                  readOnly={field.readOnly}
                  autoComplete="off"
                />
              </li>
            ))}
          </ol>
          {!field.readOnly && (
            <Button type="button" size="small" variant="quiet" icon="plus" script onClick={() => setLines(lines + 1)}>
              {t("addLine")}
            </Button>
          )}
        </>
      )}
    </FieldGroup>
  );
}
