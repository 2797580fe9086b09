import { dateFormat, numberFormat } from "~/domain/formats";
import { type LocalText, textIn } from "~/domain/local-text";
import type { AnswerValue, MoneyValue, RowValue, YesNoValue } from "~/domain/forms/values";
import type { FieldSetting } from "~/domain/forms/answer-schema";
import type { Answer, AnswerOf, CellAnswer, ReferenceTarget } from "~/domain/protocol/fields";
import { labelOnScale } from "~/domain/protocol/scales";

/** What printing needs: language and fallback, the words for yes, no and unknown, and the name of a record that is referred to. */
export type PrintingSetting = FieldSetting & {
  language: string;
  fallbackOrder: readonly string[];
  words: { yes: string; no: string; unknown: string };
  nameOf: (target: ReferenceTarget, id: string) => string;
};

/**
 * An answer as text in one language: numbers and dates by that language, labels instead of keys, a table as one line per row.
 * `value` must have passed `answerSchema` of this answer.
 */
export function answerAsText(answer: Answer, value: AnswerValue, setting: PrintingSetting): string {
  return answer.kind === "table" ? tableAsText(answer, value as RowValue[], setting) : cellAsText(answer, value, setting);
}

function local(text: LocalText | undefined, setting: PrintingSetting): string {
  return textIn(text, setting.language, setting.fallbackOrder);
}

function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

function numberAsText(value: number, setting: PrintingSetting, decimals: number): string {
  return numberFormat(localeOf(setting.language), { maximumFractionDigits: decimals }).format(value);
}

// Every cast below names the value that answerSchema accepts for that kind.
function cellAsText(answer: CellAnswer, value: unknown, setting: PrintingSetting): string {
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return local(value as LocalText, setting);
    case "number":
      return [numberAsText(value as number, setting, 6), local(answer.unit, setting)].filter(Boolean).join(" ");
    case "money":
      return moneyAsText(value as MoneyValue, setting);
    case "date":
      return dateAsText(value as string, setting);
    case "yes-no-unknown":
      return yesNoAsText(value as YesNoValue, setting);
    case "single-choice":
      return choiceAsText(answer.choices, value as string, setting);
    case "multiple-choice":
      return (value as string[]).map((key) => choiceAsText(answer.choices, key, setting)).join("; ");
    case "scale":
      return scaleAsText(answer, value as string | number, setting);
    case "text-list":
      return (value as LocalText[]).map((text) => local(text, setting)).join("; ");
    case "reference":
      return (value as string[]).map((id) => setting.nameOf(answer.to, id)).join("; ");
  }
}

function moneyAsText({ amount, currency }: MoneyValue, setting: PrintingSetting): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const number = numberFormat(localeOf(setting.language), { minimumFractionDigits: decimals, maximumFractionDigits: 2 });
  return `${currency} ${number.format(amount)}`;
}

function dateAsText(value: string, setting: PrintingSetting): string {
  const [year, month, day] = value.split("-");
  if (month === undefined) return value;
  const monthOnly: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  const shape: Intl.DateTimeFormatOptions = day === undefined ? monthOnly : { ...monthOnly, day: "numeric" };
  const at = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  return dateFormat(localeOf(setting.language), shape).format(at);
}

function yesNoAsText({ value, explanation }: YesNoValue, setting: PrintingSetting): string {
  const word = setting.words[value];
  return explanation ? `${word}: ${local(explanation, setting)}` : word;
}

function choiceAsText(choices: AnswerOf<"single-choice">["choices"], key: string, setting: PrintingSetting): string {
  return local(choices.find((choice) => choice.key === key)?.label, setting) || key;
}

function scaleAsText(answer: AnswerOf<"scale">, value: string | number, setting: PrintingSetting): string {
  const scale = setting.scales.find((each) => each.id === answer.scale);
  const label = scale && labelOnScale(scale, value);
  if (label) return local(label, setting);
  if (typeof value === "string" || scale?.kind !== "numeric") return String(value);
  return [numberAsText(value, setting, 6), local(scale.unit, setting)].filter(Boolean).join(" ");
}

function tableAsText(answer: AnswerOf<"table">, rows: RowValue[], setting: PrintingSetting): string {
  return rows.map((row) => rowAsText(answer, row, setting)).join("\n");
}

function rowAsText(answer: AnswerOf<"table">, row: RowValue, setting: PrintingSetting): string {
  const title = answer.rows && local(answer.rows.find((each) => each.key === row.row)?.label, setting);
  const cells = answer.columns.flatMap((column) => {
    const value = row.cells[column.key];
    return value === undefined ? [] : [`${local(column.label, setting)} ${cellAsText(column.answer, value, setting)}`];
  });
  return title ? `${title}: ${cells.join("; ")}` : cells.join("; ");
}
