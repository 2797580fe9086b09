import { z } from "zod";
import { type Posted, postedForm } from "~/domain/forms/posted-form";
import { readAnswer, type ReadingSetting } from "~/domain/forms/read-answer";
import type { AnswerValue } from "~/domain/forms/values";
import type { Answer } from "~/domain/protocol/fields";

/** What the form of an answer consists of. */
export interface PostedAnswerParts<Schema extends z.ZodType> {
  /** The stem of the names under which the value is sent. */
  stem: string;
  /** What is answered; null where the form asks no value. */
  answer: Answer | null;
  /** How it is read; some forms say themselves in which language. */
  setting: ReadingSetting | ((fields: Posted) => ReadingSetting);
  /** The schema of the whole form, given the names under which a value was sent. */
  form: (valueNames: readonly string[]) => Schema;
  /** Whether the value does not count, whatever is typed in it. */
  without?: (fields: Posted) => boolean;
}

/** A form with an answer, read: its other fields, and the value; null where none was given. */
export interface PostedAnswer<Form> {
  form: Form;
  value: AnswerValue | null;
}

/**
 * The schema by which the form of an answer to the protocol is read, in browser and server: its fields by `postedForm`, its value by
 * the kind of answer. A message about the value is `fields.` and a key of that namespace, at the entry that it is about.
 */
export function postedAnswer<Schema extends z.ZodType>(
  parts: PostedAnswerParts<Schema>,
): z.ZodType<PostedAnswer<z.output<Schema>>, Posted> {
  const { stem, answer, setting, form, without } = parts;
  return z.custom<Posted>().transform((fields, context) => {
    const valueNames = fields.map(([name]) => name).filter((name) => isEntryOf(stem, name));
    const rest = postedForm(form([...new Set(valueNames)])).safeParse(fields);
    const how = typeof setting === "function" ? setting(fields) : setting;
    const read = answer && !without?.(fields) ? readAnswer(stem, answer, new URLSearchParams(fields), how) : { problems: [] };
    for (const { name, message } of read.problems) context.addIssue({ code: "custom", path: [name], message: `fields.${message}` });
    if (rest.success) return { form: rest.data, value: "value" in read ? (read.value ?? null) : null };
    for (const { path, message } of rest.error.issues) context.addIssue({ code: "custom", path: [...path], message });
    return z.NEVER;
  });
}

/** Whether an entry of that name belongs to the value with this stem. */
function isEntryOf(stem: string, name: string): boolean {
  return name === stem || name.startsWith(`${stem}.`) || name.startsWith(`${stem}@`);
}
