import { z } from "zod";
import { mostRows } from "~/domain/forms/message-values";
import { LanguageCode } from "~/domain/local-text-schema";
import type { AnswerValue, FieldMessage } from "~/domain/forms/values";
import type { Answer, AnswerOf, CellAnswer, Column } from "~/domain/protocol/fields";
import { isOnScale, type Scale } from "~/domain/protocol/scales";

export { messageValues, messageValuesAt } from "~/domain/forms/message-values";

/** What a field needs to know of its protocol: the scales, for fields that are judged on one. */
export type FieldSetting = { scales: readonly Scale[] };

const longest = 20_000;

function says(message: FieldMessage): FieldMessage {
  return message;
}

/** The message for a value of the wrong type; a value that is absent (an empty required cell, an amount without number) is told as such. */
function typed(message: FieldMessage) {
  return (issue: { input?: unknown }): FieldMessage => (issue.input === undefined ? "answerMissing" : message);
}

function text(max: number) {
  return z.record(
    LanguageCode,
    z
      .string({ error: typed("notAnAnswer") })
      .regex(/\S/, says("notAnAnswer"))
      .max(max, says("tooLong")),
    {
      error: typed("notAnAnswer"),
    },
  );
}

function someText(max: number) {
  return text(max).refine((value) => Object.keys(value).length > 0, says("notAnAnswer"));
}

function hasDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value;
}

function bounded(limits: { min?: number | undefined; max?: number | undefined }, decimals: number) {
  return z
    .number({ error: typed("notANumber") })
    .refine((value) => limits.min === undefined || value >= limits.min, says("numberTooSmall"))
    .refine((value) => limits.max === undefined || value <= limits.max, says("numberTooBig"))
    .refine((value) => Math.abs(value) <= Number.MAX_SAFE_INTEGER, says("notANumber"))
    .refine((value) => hasDecimals(value, decimals), says("tooManyDecimals"));
}

function money(answer: AnswerOf<"money">) {
  return z.strictObject({ amount: bounded(answer, 2), currency: z.enum(answer.currencies, { error: says("chooseCurrency") }) });
}

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function isCalendarDate(value: string): boolean {
  const full = (value + "-01-01").slice(0, 10);
  return datePattern.test(value) && z.iso.date().safeParse(full).success;
}

const precisions = { year: 4, month: 7, day: 10 } as const;

function date(answer: AnswerOf<"date">) {
  return z
    .string({ error: typed("notADate") })
    .refine(isCalendarDate, { error: says("notADate"), abort: true })
    .refine((value) => value.length >= precisions[answer.precision ?? "day"], says("dateNotPreciseEnough"))
    .refine((value) => !answer.earliest || value >= answer.earliest.slice(0, value.length), says("dateTooEarly"))
    .refine((value) => !answer.latest || value <= answer.latest, says("dateTooLate"));
}

function yesNo(answer: AnswerOf<"yes-no-unknown">) {
  const allowed = answer.explanation !== "none" && answer.explanation !== undefined;
  return z
    .strictObject({
      value: z.enum(["yes", "no", "unknown"], { error: typed("answerMissing") }),
      explanation: allowed ? someText(longest).optional() : z.undefined({ error: typed("notAnAnswer") }).optional(),
    })
    .refine((value) => answer.explanation !== "required" || value.explanation !== undefined, {
      error: says("explanationMissing"),
      path: ["explanation"],
    });
}

function choices(answer: AnswerOf<"multiple-choice">) {
  return z
    .array(oneOf(answer.choices.map((choice) => choice.key)), { error: typed("notAChoice") })
    .refine((keys) => new Set(keys).size === keys.length, says("notAChoice"))
    .min(answer.atLeast ?? 1, says("tooFewChoices"))
    .max(answer.atMost ?? answer.choices.length, says("tooManyChoices"));
}

function oneOf(keys: readonly string[]) {
  return z.string({ error: typed("notAChoice") }).refine((key) => keys.includes(key), says("notAChoice"));
}

/** The schema of a value on a scale: the key of a level, class or extra value; a number in range and step on a numeric scale. */
export function scaleValueSchema(scale: Scale) {
  return z.union([z.string(), z.number()], { error: typed("notOnScale") }).refine((value) => isOnScale(scale, value), says("notOnScale"));
}

function scaled(answer: AnswerOf<"scale">, setting: FieldSetting) {
  const scale = setting.scales.find((each) => each.id === answer.scale);
  return scale ? scaleValueSchema(scale) : z.never({ error: typed("notOnScale") });
}

function references(answer: AnswerOf<"reference">) {
  return z
    .array(
      z
        .string({ error: typed("notAReference") })
        .min(1, says("notAReference"))
        .max(64, says("notAReference")),
      {
        error: typed("notAReference"),
      },
    )
    .refine((ids) => new Set(ids).size === ids.length, says("notAReference"))
    .min(1, says("notAReference"))
    .max(answer.several ? mostRows : 1, says("tooManyReferences"));
}

function cells(columns: readonly Column[], setting: FieldSetting) {
  const shape = Object.fromEntries(
    columns.map((column) => {
      const schema = cellSchema(column.answer, setting);
      return [column.key, column.required ? schema : schema.optional()];
    }),
  );
  return z.strictObject(shape, { error: typed("notAnAnswer") });
}

function table(answer: AnswerOf<"table">, setting: FieldSetting) {
  const keys = answer.rows?.map((row) => row.key);
  const row = z.strictObject({
    row: keys ? oneOf(keys) : z.undefined({ error: typed("unknownRow") }).optional(),
    cells: cells(answer.columns, setting),
  });
  return z
    .array(row, { error: typed("notAnAnswer") })
    .min(1, says("answerMissing"))
    .max(keys?.length ?? answer.atMost ?? mostRows, says("tooManyRows"))
    .refine((rows) => !keys || new Set(rows.map((each) => each.row)).size === rows.length, says("unknownRow"));
}

/** The schema for every kind of answer that a cell may hold. */
function cellSchema(answer: CellAnswer, setting: FieldSetting): z.ZodType<unknown> {
  switch (answer.kind) {
    case "short-text":
      return someText(answer.maxLength ?? 300);
    case "long-text":
      return someText(longest);
    case "number":
      return bounded(answer, answer.decimals ?? 6);
    case "money":
      return money(answer);
    case "date":
      return date(answer);
    case "yes-no-unknown":
      return yesNo(answer);
    case "single-choice":
      return oneOf(answer.choices.map((choice) => choice.key));
    case "multiple-choice":
      return choices(answer);
    case "scale":
      return scaled(answer, setting);
    case "text-list":
      return z
        .array(someText(1000), { error: typed("notAnAnswer") })
        .min(1, says("answerMissing"))
        .max(answer.atMost ?? mostRows, says("tooManyRows"));
    case "reference":
      return references(answer);
  }
}

/**
 * The schema of the stored value of a field, the same in browser and server; each issue's message is a `FieldMessage`.
 * It refuses an empty value: a field without an answer has no value, and `required` is told by `progressOf`.
 */
export function answerSchema(answer: Answer, setting: FieldSetting): z.ZodType<AnswerValue> {
  const schema = answer.kind === "table" ? table(answer, setting) : cellSchema(answer, setting);
  return schema as z.ZodType<AnswerValue>; // each case accepts exactly ValueOf[kind]; TypeScript can't follow the switch on a type parameter
}
