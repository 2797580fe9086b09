import type { FieldCondition, FormField } from "~/domain/forms/form-field";
import { type Answers, valueIn } from "~/domain/forms/stored-answer";

/**
 * Whether a field is asked, given the answers so far: its condition holds, and the field that the condition looks at is asked
 * itself (what was answered to a question that is no longer asked counts for nothing).
 */
function isAsked(field: FormField, fields: readonly FormField[], answers: Answers): boolean {
  const condition = field.onlyIf;
  if (!condition) return true;
  const other = fields.find((each) => each.name === condition.name);
  const value = other && other !== field && isAsked(other, fields, answers) ? valueIn(answers, other.name) : undefined;
  return holds(condition, value);
}

/** The fields that are asked, given the answers so far. */
export function askedFields(fields: readonly FormField[], answers: Answers): FormField[] {
  return fields.filter((field) => isAsked(field, fields, answers));
}

function holds({ tests }: FieldCondition, value: unknown): boolean {
  const compared = comparable(value);
  const number = typeof compared[0] === "number" ? compared[0] : undefined;
  const { answered, is, isNot, isAnyOf, atLeast, atMost } = tests;
  return (
    (answered === undefined || answered === (value !== undefined)) &&
    (is === undefined || compared.includes(is)) &&
    (isNot === undefined || !compared.includes(isNot)) &&
    (isAnyOf === undefined || isAnyOf.some((each) => compared.includes(each))) &&
    (atLeast === undefined || (number !== undefined && number >= atLeast)) &&
    (atMost === undefined || (number !== undefined && number <= atMost))
  );
}

/** What a condition compares with: the value, each of several, the yes or no of an explained answer, the amount of money. */
function comparable(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return [value];
  if ("value" in value) return [value.value];
  return "amount" in value ? [value.amount] : [];
}
