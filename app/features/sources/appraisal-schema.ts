import { z } from "zod";
import { optionalLine, optionalText } from "~/domain/plain-text";
import type { Appraisal } from "~/domain/screening/appraisal";

/** The form of an appraisal: per criterion a level, where it has a scale, and a reason; then free words. */
export function appraisalForm(criteria: readonly { id: string }[]) {
  const fields = criteria.flatMap(({ id }) => [[`level.${id}`, optionalLine(64)] as const, [`reason.${id}`, optionalText(1000)] as const]);
  return z.strictObject({
    source: z.uuid(),
    version: z.coerce.number().int().min(0),
    note: optionalText(4000),
    ...Object.fromEntries(fields),
  });
}

/** What was filled in of an appraisal. */
export function appraisalFrom(form: Readonly<Record<string, unknown>>, criteria: readonly { id: string }[]): Appraisal {
  const text = (name: string) => (typeof form[name] === "string" ? form[name] : "");
  const found = criteria.map(({ id }) => [id, { level: text(`level.${id}`) || null, reason: text(`reason.${id}`) }] as const);
  return { criteria: Object.fromEntries(found), note: text("note") };
}
