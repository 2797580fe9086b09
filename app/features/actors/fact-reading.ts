import { z } from "zod";
import { messageValuesAt } from "~/domain/forms/answer-schema";
import { postedAnswer } from "~/domain/forms/posted-answer";
import type { FactForm } from "./queries.server";
import { addFactForm, changeFactForm } from "./schema";

/** How the form of a fact is read on the page: its value by its kind of answer, all else by the schema of the form. */
export function readingOfFact({ field, asksValue, scales }: FactForm, languages: readonly string[], intent: "add-fact" | "change-fact") {
  const answer = asksValue && field ? field.answer : null;
  const fixed = intent === "add-fact" ? addFactForm(languages) : changeFactForm(languages).extend({ of: z.string() });
  const posted = postedAnswer({
    stem: "value",
    answer,
    setting: (fields) => ({ scales, languages, language: fields.find(([name]) => name === "language")?.[1] ?? "" }),
    form: (names) => fixed.extend(Object.fromEntries(names.map((name) => [name, z.array(z.string())]))),
  });
  return { posted, values: (entry: string) => (answer ? messageValuesAt("value", answer, entry) : {}) };
}
