import type { LocalText } from "~/domain/local-text";
import type { AnswerKind } from "~/domain/protocol/fields";
import type { ScaleValue } from "~/domain/protocol/scales";

/** An amount in one of the currencies that the field allows. */
export type MoneyValue = { amount: number; currency: string };

/** Yes, no or unknown, with an explanation where the field asks or allows one. */
export type YesNoValue = { value: "yes" | "no" | "unknown"; explanation?: LocalText | undefined };

/** What a cell of a table may hold. */
export type CellValue = LocalText | number | MoneyValue | string | YesNoValue | string[] | ScaleValue | LocalText[];

/** One row of a table; `row` is the key of a fixed row and absent where rows are added. Empty cells are left out. */
export type RowValue = { row?: string | undefined; cells: { [column: string]: CellValue } };

/** The stored value of each kind of answer. Dates are `yyyy-mm-dd`, `yyyy-mm` or `yyyy`; references are ids of records. */
export type ValueOf = {
  "short-text": LocalText;
  "long-text": LocalText;
  number: number;
  money: MoneyValue;
  date: string;
  "yes-no-unknown": YesNoValue;
  "single-choice": string;
  "multiple-choice": string[];
  scale: ScaleValue;
  table: RowValue[];
  "text-list": LocalText[];
  reference: string[];
};

/** A stored value of any kind. */
export type AnswerValue = ValueOf[AnswerKind];

/** What a field can be told; each is a key in the locale namespace `fields`, and its arguments come from `messageValues`. */
export const fieldMessages = [
  "required",
  "notANumber",
  "numberTooSmall",
  "numberTooBig",
  "tooManyDecimals",
  "chooseCurrency",
  "notADate",
  "dateNotPreciseEnough",
  "dateTooEarly",
  "dateTooLate",
  "explanationMissing",
  "answerMissing",
  "notAChoice",
  "tooFewChoices",
  "tooManyChoices",
  "notOnScale",
  "tooLong",
  "tooManyRows",
  "unknownRow",
  "tooManyReferences",
  "notAReference",
  "notAnAnswer",
] as const;
/** The key of one message. */
export type FieldMessage = (typeof fieldMessages)[number];
