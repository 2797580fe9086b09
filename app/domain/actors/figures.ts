import type { FormField } from "~/domain/forms/form-field";
import type { AnswerValue, MoneyValue, RowValue } from "~/domain/forms/values";
import type { LocalText } from "~/domain/local-text";

/** A fact as far as figures are read from it; `value` is by the kind of answer of its field. */
export interface FigureFact {
  field: string;
  value: AnswerValue | null;
  /** The date that it holds for, as `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  asOf: string | null;
}

/** An amount that a fact holds: in one currency, for a year as far as it says one; `about` are the other cells of its row, where it stands in a table. */
export interface Amount<Fact> extends MoneyValue {
  year: string | null;
  fact: Fact;
  row: RowValue | null;
}

/** Whether a field asks for an amount of money, alone or as a column of a table. */
function asksMoney({ answer }: Pick<FormField, "answer">): boolean {
  return answer.kind === "money" || (answer.kind === "table" && answer.columns.some((column) => column.answer.kind === "money"));
}

/** Whether a field asks for a number and for no money, alone or as a column of a table. */
function asksNumber(field: Pick<FormField, "answer">): boolean {
  const { answer } = field;
  if (asksMoney(field)) return false;
  return answer.kind === "number" || (answer.kind === "table" && answer.columns.some((column) => column.answer.kind === "number"));
}

/**
 * The fields of a protocol that a list of actors has columns for: the first that asks for money, and the first two that ask for a number, in
 * the order of the protocol.
 */
export function figureFields(fields: readonly FormField[]): { money: FormField | null; numbers: FormField[] } {
  return { money: fields.find(asksMoney) ?? null, numbers: fields.filter(asksNumber).slice(0, 2) };
}

const yearIn = (date: string | null) => date?.slice(0, 4) ?? null;

/** The amounts that a fact holds. In a table each row has its own; its year is that of the first date in the row, else of the fact. */
export function amountsOf<Fact extends FigureFact>(fact: Fact, field: Pick<FormField, "answer">): Amount<Fact>[] {
  const { answer } = field;
  if (fact.value === null) return [];
  if (answer.kind === "money") return [{ ...(fact.value as MoneyValue), year: yearIn(fact.asOf), fact, row: null }]; // by its kind of answer
  if (answer.kind !== "table") return [];
  const dates = answer.columns.filter((column) => column.answer.kind === "date").map(({ key }) => key);
  const moneys = answer.columns.filter((column) => column.answer.kind === "money").map(({ key }) => key);
  return (fact.value as RowValue[]).flatMap((row) => {
    const dated = dates.flatMap((key) => (typeof row.cells[key] === "string" ? [row.cells[key]] : []))[0];
    const year = yearIn(dated ?? fact.asOf);
    return moneys.flatMap((key) => {
      const cell = row.cells[key];
      return cell === undefined ? [] : [{ ...(cell as MoneyValue), year, fact, row }]; // by the kind of answer of its column
    });
  });
}

/** Amounts in the order of a table: newest year first, those without a year last; within a year by currency, then the largest first. Never added up. */
export function inYearOrder<One extends MoneyValue & { year: string | null }>(amounts: readonly One[]): One[] {
  return amounts.toSorted(
    (one, other) =>
      (other.year ?? "").localeCompare(one.year ?? "") || one.currency.localeCompare(other.currency) || other.amount - one.amount,
  );
}

/** What a row of a table tells beside its amount and its year: the other cells, by the labels of their columns. */
export function otherCells(field: Pick<FormField, "answer">, row: RowValue | null): { label: LocalText; key: string }[] {
  if (row === null || field.answer.kind !== "table") return [];
  return field.answer.columns
    .filter(({ key, answer }) => row.cells[key] !== undefined && answer.kind !== "money" && answer.kind !== "date")
    .map(({ key, label }) => ({ key, label }));
}

/** The countries that a fact names, as codes: where its field refers to countries. */
export function countriesNamed({ value }: Pick<FigureFact, "value">, { answer }: Pick<FormField, "answer">): string[] {
  return answer.kind === "reference" && answer.to === "country" && Array.isArray(value) ? (value as string[]) : []; // by its kind of answer
}
