import { z } from "zod";

/** A field before and after a change; `null` = there was nothing. */
export function was<T extends z.ZodType>(value: T) {
  return z.strictObject({ before: value.nullable(), after: value.nullable() });
}

/** A text in a change: as typed. `change` replaces a value over 2 KiB by its digest and leaves the text to the version table. */
export const text = z.string();

/** A reason given for a change, in the person's own words. */
export const reason = z.string().min(1);

/** One audited action: the kind of record it is about and the named fields that its `change` detail holds. */
export function action<Subject extends string, Shape extends z.ZodType>(subject: Subject, change: Shape) {
  return { subject, change } as const;
}

/** What an event of an action says: who acts and when are added by `change`. */
export type EventOf<Name extends string, Declared> = Declared extends { subject: infer Subject; change: infer Shape extends z.ZodType }
  ? {
      action: Name;
      subject: { type: Subject; id: string; version: number };
      /** The subject's name or code as it was, shown in the sentence of the trail. */
      label: string;
      change: z.input<Shape>;
      /** The person whose data the `change` detail holds, if it is a person's. */
      about?: string;
    }
  : never;
