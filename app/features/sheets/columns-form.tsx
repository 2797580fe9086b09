import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { numberFormats } from "~/domain/sheets/numbers";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { Notice } from "~/ui/notice";
import { SelectField, SelectOptions } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import type { ShownColumns, ShownSheet } from "./load-sheet.server";

export interface ColumnsFormProps {
  sheet: ShownSheet;
  shown: ShownColumns;
  kept: Kept;
}

/** How the sheet is read and what each of its columns holds: guessed, and to be put right. */
export function ColumnsForm({ sheet, shown, kept }: ColumnsFormProps) {
  const t = useTranslations("sheets");
  return (
    <Form method="post" className="gap" key={sheet.version} noValidate>
      <input type="hidden" name="version" value={sheet.version} />
      <Reading sheet={sheet} shown={shown} />
      <Sheet title={t("columns")} intro={t("columnsIntro")} flush>
        <div className="scroll" role="region" tabIndex={0} aria-label={t("columnsTable")}>
          <table className="t sheet-columns">
            <caption className="vh">{t("columnsTable")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("column")}</th>
                <th scope="col">{t("examples")}</th>
                <th scope="col">{t("holds")}</th>
                <th scope="col">{t("how")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.columns.map((column, at) => (
                <ColumnRow key={column.letter} column={column} at={at} groups={shown.groups} kept={kept} />
              ))}
            </tbody>
          </table>
        </div>
      </Sheet>
      <div className="acts row wrap">
        <Button name="intent" value="map" variant="primary" busyText={t("comparing")}>
          {t("compare")}
        </Button>
      </div>
    </Form>
  );
}

/** The sheet, the row of the heads, the language, and what to do with merged cells. */
function Reading({ sheet, shown }: Pick<ColumnsFormProps, "sheet" | "shown">) {
  const t = useTranslations("sheets");
  return (
    <Sheet title={t("howRead")} intro={t("howReadIntro")}>
      <div className="stack">
        {sheet.formulas > 0 && <Notice>{t("formulas", { count: sheet.formulas })}</Notice>}
        <div className="fields">
          {shown.sheets.length > 1 && (
            <SelectField
              name="sheet"
              label={t("whichSheet")}
              options={shown.sheets.map((name) => ({ value: name, label: name }))}
              value={sheet.sheet ?? ""}
            />
          )}
          <SelectField
            name="header"
            label={t("whichHeader")}
            hint={t("whichHeaderHint")}
            options={shown.headers.map((heads, row) => ({
              value: String(row),
              label: t("headerRow", { row: row + 1, heads: heads || t("emptyRow") }),
            }))}
            value={String(shown.header)}
          />
          <SelectField
            name="language"
            label={t("language")}
            hint={t("languageHint")}
            options={shown.languages.map((code) => ({ value: code, label: t("languageName", { code }) }))}
            value={shown.language}
          />
        </div>
        {sheet.merged > 0 && <Checkbox name="fill" label={t("fill", { count: sheet.merged })} hint={t("fillHint")} checked={sheet.fill} />}
        <div className="acts row wrap">
          <Button name="intent" value="read">
            {t("readAgain")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface ColumnRowProps {
  column: ShownColumns["columns"][number];
  at: number;
  groups: ShownColumns["groups"];
  kept: Kept;
}

function ColumnRow({ column, at, groups, kept }: ColumnRowProps) {
  const t = useTranslations("sheets");
  const { letter, head, examples } = column;
  const target = kept.values("target")[at] ?? column.target;
  return (
    <tr>
      <th scope="row">
        <span className="num faint">{letter}</span> <bdi>{head || t("noHead")}</bdi>
      </th>
      <td className="small soft">
        {examples.length === 0
          ? t("emptyColumn")
          : examples.map((example, place) => (
              <bdi key={place} className="block">
                {example}
              </bdi>
            ))}
      </td>
      <td>
        <select className="in" id={`f-target-${at}`} name="target" defaultValue={target} aria-label={t("holdsOf", { letter, head })}>
          <option value="">{t("nothing")}</option>
          <SelectOptions options={groups} />
        </select>
      </td>
      <td>
        <How column={column} at={at} kept={kept} />
      </td>
    </tr>
  );
}

/** How the cells of a column are read: the marks in its numbers, the currency of amounts that name none, the date that its facts hold for. */
function How({ column, at, kept }: Omit<ColumnRowProps, "groups">) {
  const t = useTranslations("sheets");
  const { letter, numbers, ambiguous, differing, currencies, currency, dated, asOf } = column;
  return (
    <div className="stack small">
      {numbers === null ? (
        <input type="hidden" name="numbers" value="" />
      ) : (
        <SelectField
          id={`f-numbers-${at}`}
          name="numbers"
          label={t("numbers")}
          hint={
            ambiguous !== null
              ? t("ambiguous", { value: ambiguous })
              : differing && t("differing", { one: differing[0], other: differing[1] })
          }
          options={numberFormats.map((format) => ({ value: format, label: t(`formats.${format}`) }))}
          value={kept.values("numbers")[at] || numbers}
        />
      )}
      {currencies === null ? (
        <input type="hidden" name="currency" value="" />
      ) : (
        <SelectField
          id={`f-currency-${at}`}
          name="currency"
          label={t("currency")}
          empty={t("currencyInCell")}
          options={currencies.map((code) => ({ value: code, label: code }))}
          value={kept.values("currency")[at] ?? currency ?? ""}
        />
      )}
      {dated ? (
        <div className="f">
          <label htmlFor={`f-asOf-${at}`}>{t("asOf")}</label>
          <input
            className="in"
            id={`f-asOf-${at}`}
            name="asOf"
            size={10}
            defaultValue={kept.values("asOf")[at] ?? asOf ?? ""}
            aria-label={t("asOfColumn", { letter })}
            autoComplete="off"
          />
        </div>
      ) : (
        <input type="hidden" name="asOf" value="" />
      )}
    </div>
  );
}
