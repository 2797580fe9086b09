import { z } from "zod";
import { messageValuesAt } from "~/domain/forms/answer-schema";
import type { FormField } from "~/domain/forms/form-field";
import { postedAnswer } from "~/domain/forms/posted-answer";
import type { ReadingSetting } from "~/domain/forms/read-answer";
import { optionalProse, tick, versionRead } from "~/domain/shapes";
import { fieldStem } from "./answer-field-problem";

function fieldForm(valueNames: readonly string[]) {
  const values = Object.fromEntries(valueNames.map((name) => [name, z.array(z.string().max(20_000, "too-long"))]));
  return z.strictObject({
    ...values,
    field: z.string().min(1).max(64),
    version: versionRead,
    notApplicable: tick,
    reason: optionalProse(500),
    explanation: optionalProse(5000),
  });
}

/** How the form of one field is read: what was answered, unless it says that it does not apply. */
export function readingOfField({ name, answer }: Pick<FormField, "name" | "answer">, setting: ReadingSetting) {
  const posted = postedAnswer({
    stem: fieldStem(name),
    answer,
    setting,
    form: fieldForm,
    without: (fields) => fields.some(([entry]) => entry === "notApplicable"),
  });
  return { posted, values: (entry: string) => messageValuesAt(fieldStem(name), answer, entry) };
}
