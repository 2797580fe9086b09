import { z } from "zod";
import { formFields, type FormField } from "~/domain/forms/form-field";
import { readDate } from "~/domain/forms/read-date";
import type { LocalText } from "~/domain/local-text";
import { isWordsOnly } from "~/domain/protocol/fields";
import type { Protocol } from "~/domain/protocol/schema";

/** The field of a fact that the protocol does not ask for. */
export const otherField = "other";

/** The facts that the protocol asks of an actor, as form fields. */
export function factFields(protocol: Protocol): FormField[] {
  return formFields(protocol.actorFacts ?? []);
}

/** The field of the protocol with this key, or null (for a fact of its own, and for a field of an earlier protocol). */
export function findFactField(protocol: Protocol, key: string): FormField | null {
  return factFields(protocol).find(({ name }) => name === key) ?? null;
}

/** Whether a fact of this field has a value beside its words: not where the words are the answer. */
export function hasValue(field: FormField | null): field is FormField {
  return field !== null && !isWordsOnly(field.answer);
}

/** The date that a fact holds for, as `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; empty is `null`. */
export const AsOf = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const date = readDate(typed);
    if (date !== null) return date;
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });

/** Where a fact comes from; a passage belongs to its source. */
export interface FactSource {
  sourceId: string | null;
  excerptId: string | null;
}

/** Whether nothing says where the fact comes from: it is marked wherever it is shown. */
export function lacksSource({ sourceId, excerptId }: FactSource): boolean {
  return sourceId === null && excerptId === null;
}

/** The facts of an actor in the order of the protocol's fields, those of its own last; each group by number. */
export function inFieldOrder<Fact extends { field: string; number: number }>(
  facts: readonly Fact[],
  fields: readonly { name: string }[],
): Fact[] {
  const place = (field: string) => {
    const at = fields.findIndex(({ name }) => name === field);
    return at < 0 ? fields.length : at;
  };
  return facts.toSorted((one, other) => place(one.field) - place(other.field) || one.number - other.number);
}

/** The wording that a fact keeps: that of the field, or its own. */
export function labelOf(field: FormField | null, own: LocalText | null): LocalText | null {
  return field?.wording ?? own;
}
