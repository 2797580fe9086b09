import { z } from "zod";
import { type Posted, postedForm } from "~/domain/forms/posted-form";
import { readNumber } from "~/domain/forms/read-number";
import { canBeGiven, type ScaleChoices } from "~/domain/judgements/scale-choices";
import { rateForms } from "./schema";

/** How the form of a judgement is read on the page: as the server does, with the value checked against the scale as it was asked. */
export function readingOfRating(scale: ScaleChoices) {
  const posted = z.custom<Posted>().transform((fields, context) => {
    const form = postedForm(rateForms).safeParse(fields);
    for (const { path, message } of form.error?.issues ?? []) context.addIssue({ code: "custom", path: [...path], message });
    const entry = (name: string) => fields.find(([each]) => each === name)?.[1] ?? "";
    if (!canBeGiven(scale, entry("value"), (text) => readNumber(text, entry("language"))))
      context.addIssue({ code: "custom", path: ["value"], message: "not-on-scale" });
  });
  return { posted };
}
