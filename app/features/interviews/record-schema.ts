import { messageValuesAt } from "~/domain/forms/answer-schema";
import type { FormField } from "~/domain/forms/form-field";
import { postedAnswer } from "~/domain/forms/posted-answer";
import type { ReadingSetting } from "~/domain/forms/read-answer";
import { missingReason } from "~/domain/interviews/answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { reasonStates } from "~/domain/moves/interview";
import { recordForm } from "./schema";
import { valueName } from "./value-name";

/** How the form of one answer is read, in the languages of the conversation. */
export function readingOfRecord({ code, answer }: Pick<FormField, "code" | "answer">, setting: ReadingSetting) {
  const stem = valueName(code ?? "");
  const posted = postedAnswer({ stem, answer: valueAnswer(answer), setting, form: recordForm });
  return { posted, values: (entry: string) => messageValuesAt(stem, answer, entry) };
}

/** The same as it is checked while it is filled in: a state that has a reason tells where none was given, and is kept as open until then. */
export function checkOfRecord(field: Pick<FormField, "code" | "answer">, setting: ReadingSetting) {
  const { posted, values } = readingOfRecord(field, setting);
  const told = posted.superRefine(({ form }, context) => {
    const missing = missingReason(form);
    if (missing) context.addIssue({ code: "custom", path: [missing], message: "choose-why" });
  });
  return { posted: told, values, beside: Object.keys(reasonStates) };
}
