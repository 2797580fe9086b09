import { messageValues } from "~/domain/forms/answer-schema";
import type { FormField } from "~/domain/forms/form-field";
import { postedAnswer } from "~/domain/forms/posted-answer";
import type { ReadingSetting } from "~/domain/forms/read-answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { recordForm } from "./schema";
import { valueName } from "./value-name";

/** How the form of one answer is read, in the languages of the conversation. */
export function readingOfRecord({ code, answer }: Pick<FormField, "code" | "answer">, setting: ReadingSetting) {
  const posted = postedAnswer({ stem: valueName(code ?? ""), answer: valueAnswer(answer), setting, form: recordForm });
  return { posted, values: messageValues(answer) };
}
