import { redirect } from "@remix-run/node";
import { z } from "zod";
import { entriesOfForm, type Entries } from "~/domain/overtaken";
import { readAppraisal } from "~/domain/screening/appraisal";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { appraisalFrom } from "./appraisal-schema";
import { appraiseSource } from "./appraise-source.server";

const Posted = z.looseObject({ source: z.string(), version: z.number() });

/** Keeps an appraisal, and leads to the next source that has none. */
export async function actOnAppraisal(
  context: ChangeContext,
  where: { assessmentId: string; back: string; criteria: readonly { id: string }[] },
  form: Readonly<Record<string, unknown>>,
): Promise<Response | FormAnswer> {
  const { source: id, version } = Posted.parse(form);
  const record = { kind: "source", id, entriesOf: appraisalEntries };
  const input = { assessmentId: where.assessmentId, id, version, ...appraisalFrom(form, where.criteria) };
  return (
    (await answerForm(db, context, { mine: entriesOfForm(form), record }, () => appraiseSource(context, input))) ?? redirect(where.back)
  );
}

/** A version of a source as the entries of the form of its appraisal. */
function appraisalEntries({ appraisal }: VersionBody): Entries {
  const { criteria, note } = readAppraisal(String(appraisal));
  const found: Record<string, string> = { note };
  for (const [id, { level, reason }] of Object.entries(criteria)) {
    found[`level.${id}`] = level ?? "";
    found[`reason.${id}`] = reason;
  }
  return entriesOfForm(found);
}
