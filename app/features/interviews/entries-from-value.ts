import { pieceEntry, textEntry } from "~/domain/forms/read-answer";
import type { AnswerValue, MoneyValue, YesNoValue } from "~/domain/forms/values";
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
      return { [textEntry(stem, language)]: "" };
    default:
      return {};
  }
}
