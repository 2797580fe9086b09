import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Choice, Day, Id, Key } from "~/domain/protocol/parts";

/** What a reference may point to. */
const referenceTargets = ["actor", "source", "country", "policy-node", "intervention", "option", "statement"] as const;
/** What a reference may point to. */
export type ReferenceTarget = (typeof referenceTargets)[number];

const Currency = z.string().regex(/^[A-Z]{3}$/);
const Count = z.int().min(1).max(1000);

const ShortText = z.strictObject({ kind: z.literal("short-text"), maxLength: z.int().min(1).max(1000).optional() });
const LongText = z.strictObject({ kind: z.literal("long-text"), words: Count.optional() });
const Numeric = z.strictObject({
  kind: z.literal("number"),
  unit: LocalText.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
});
const Money = z.strictObject({
  kind: z.literal("money"),
  currencies: z.array(Currency).min(1),
  min: z.number().optional(),
  max: z.number().optional(),
});
const Dated = z.strictObject({
  kind: z.literal("date"),
  precision: z.enum(["day", "month", "year"]).optional(),
  earliest: Day.optional(),
  latest: Day.optional(),
});
const YesNoUnknown = z.strictObject({
  kind: z.literal("yes-no-unknown"),
  explanation: z.enum(["none", "optional", "required"]).optional(),
});
const SingleChoice = z.strictObject({ kind: z.literal("single-choice"), choices: z.array(Choice).min(2) });
const MultipleChoice = z.strictObject({
  kind: z.literal("multiple-choice"),
  choices: z.array(Choice).min(2),
  atLeast: Count.optional(),
  atMost: Count.optional(),
});
const Scaled = z.strictObject({ kind: z.literal("scale"), scale: Id });
const TextList = z.strictObject({ kind: z.literal("text-list"), atMost: Count.optional() });
const Reference = z.strictObject({
  kind: z.literal("reference"),
  to: z.enum(referenceTargets),
  several: z.boolean().optional(),
  framework: Id.optional(),
});

const simple = [
  ShortText,
  LongText,
  Numeric,
  Money,
  Dated,
  YesNoUnknown,
  SingleChoice,
  MultipleChoice,
  Scaled,
  TextList,
  Reference,
] as const;

/** What a cell of a table may hold: every kind of answer but a table. */
export const CellAnswer = z.discriminatedUnion("kind", simple);
/** The kind of answer in a cell, with its limits. */
export type CellAnswer = z.infer<typeof CellAnswer>;

/** A column of a table. */
export const Column = z.strictObject({
  key: Key,
  label: LocalText,
  help: LocalText.optional(),
  required: z.boolean().optional(),
  answer: CellAnswer,
});
/** A column of a table. */
export type Column = z.infer<typeof Column>;

const Table = z.strictObject({
  kind: z.literal("table"),
  columns: z.array(Column).min(1).max(30),
  rows: z.array(Choice).min(1).max(500).optional(),
  atMost: Count.optional(),
});

/** The kind of an answer with its limits. `rows` of a table fixes them; without it rows are added by whoever answers, up to `atMost` (200). */
export const Answer = z.discriminatedUnion("kind", [...simple, Table]);
/** The kind of an answer with its limits. */
export type Answer = z.infer<typeof Answer>;
/** The name of a kind of answer. */
export type AnswerKind = Answer["kind"];
/** An answer of one kind. */
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;

/** All kinds of answer, in the order of the manual. */
export const answerKinds: readonly AnswerKind[] = [
  "short-text",
  "long-text",
  "number",
  "money",
  "date",
  "yes-no-unknown",
  "single-choice",
  "multiple-choice",
  "scale",
  "table",
  "text-list",
  "reference",
];

const Plain = z.union([z.string(), z.number(), z.boolean()]);

/**
 * When something is asked: names one other question of the guide (`question`, with `part`) or one field of the same form
 * (`field`), and tests that must all hold. An unanswered answer fulfils only `answered: false` and `isNot`.
 */
export const Condition = z.strictObject({
  question: Id.optional(),
  part: Key.optional(),
  field: Key.optional(),
  answered: z.boolean().optional(),
  is: Plain.optional(),
  isNot: Plain.optional(),
  isAnyOf: z.array(Plain).min(1).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});
/** When something is asked. */
export type Condition = z.infer<typeof Condition>;

/** One field of a form: of a research question, or of the facts recorded of an actor. */
export const Field = z.strictObject({
  key: Key,
  label: LocalText,
  help: LocalText.optional(),
  required: z.boolean().optional(),
  onlyIf: Condition.optional(),
  answer: Answer,
});
/** One field of a form. */
export type Field = z.infer<typeof Field>;

/** Whether the answer is words only: in an interview its record is the answer, and there is no value beside it. */
export function isWordsOnly(answer: Answer): boolean {
  return answer.kind === "short-text" || answer.kind === "long-text";
}
