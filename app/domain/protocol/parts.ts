import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";

/** The id of anything in a protocol: letters, digits, dot, hyphen, underscore; kept for ever, since records are joined by it. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .max(64);

/** The key of a field, column or part: an id without dots, since dots join the names of form entries. */
export const Key = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
  .max(64);

/** A code that people see and that stands in addresses (`K1`, `4.3`, `annex-1`); `new` is refused by the check. */
export const Code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .max(24);

/** What a question takes the place of: a question of an earlier version of the protocol, or a part of one (`gq-02`, `gq-02:forms`). */
export const Replaces = z
  .array(
    z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(:[A-Za-z0-9][A-Za-z0-9_-]*)?$/)
      .max(129),
  )
  .min(1)
  .max(50);

/** A day as `yyyy-mm-dd` that exists in the calendar. */
export const Day = z.iso.date();

/** A key with its text: abbreviations, definitions. */
export const KeyedText = z.strictObject({ key: z.string().regex(/\S/).max(80), text: LocalText });

/** A key with its label: choices, rows, reasons. */
export const Choice = z.strictObject({ key: Id, label: LocalText, help: LocalText.optional() });
/** A key with its label. */
export type Choice = z.infer<typeof Choice>;

/** A list entry with an id and a title. */
export const Titled = z.strictObject({ id: Id, title: LocalText, description: LocalText.optional() });
/** A list entry with an id and a title. */
export type Titled = z.infer<typeof Titled>;
