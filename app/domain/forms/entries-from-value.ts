import { pieceEntry, textEntry } from "~/domain/forms/read-answer";
import type { AnswerValue, MoneyValue, YesNoValue } from "~/domain/forms/values";
import type { LocalText } from "~/domain/local-text";
import type { Answer } from "~/domain/protocol/fields";

/** A stored value as the entries of a form with one entry per name, so that it can be chosen beside what was typed. Lists and tables, which have many, are left to the form itself. */
export function entriesFromValue(stem: string, answer: Answer, value: AnswerValue | null, language: string): Record<string, string> {
  if (value === null) return {};
  switch (answer.kind) {
    case "money": {
      const { amount, currency } = value as MoneyValue; // the value of this kind
      return { [pieceEntry(stem, "amount")]: String(amount), [pieceEntry(stem, "currency")]: currency };
    }
    case "yes-no-unknown":
      return { [stem]: (value as YesNoValue).value }; // the value of this kind
    case "number":
    case "date":
    case "scale":
    case "single-choice":
      return typeof value === "string" || typeof value === "number" ? { [stem]: String(value) } : {};
    case "short-text":
    case "long-text":
      return typeof value === "object"
        ? Object.fromEntries(Object.entries(value as LocalText).map(([code, words]) => [textEntry(stem, code), words])) // the value of this kind
        : { [textEntry(stem, language)]: "" };
    default:
      return {};
  }
}

/** Whether an answer has one value per entry, so that theirs and mine can be chosen field by field. */
export function isChosenByField(answer: Answer): boolean {
  const many = answer.kind === "multiple-choice" || answer.kind === "table" || answer.kind === "text-list" || answer.kind === "reference";
  return !many;
}
