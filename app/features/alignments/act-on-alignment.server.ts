import { redirect } from "@remix-run/node";
import { z } from "zod";
import { readNumber } from "~/domain/forms/read-number";
import { levelFromStored, typedValue, valueOf } from "~/domain/judgements/value";
import { entriesOfForm } from "~/domain/overtaken";
import { findFramework, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { fieldProblem } from "~/platform/form-problem";
import { answerForm, findTranslationRecord, type FormAnswer, groundEntries, type VersionBody } from "~/platform/overtaken.server";
import { judgeAlignment } from "./judge-alignment.server";
import type { alignmentForms } from "./schema";
import { translateAlignment } from "./translate-alignment.server";

interface Where {
  assessmentId: string;
  framework: string;
  node: string;
  path: string;
  protocol: Protocol;
  /** The judgement that stands there already. */
  alignmentId: string | null;
}

/** Does what one of the forms on the page of a policy node asks; what is wrong with a field, or overtaken, comes back with all that was typed. */
export async function actOnAlignment(
  context: ChangeContext,
  where: Where,
  form: z.output<typeof alignmentForms>,
): Promise<Response | FormAnswer> {
  const { assessmentId, framework, node, path, protocol, alignmentId } = where;
  const mine = entriesOfForm(form);
  if (form.intent === "translate") {
    const { id: recordId, language } = form;
    const record = () => findTranslationRecord(db, { kind: "alignment", recordId, field: "reasons", language }, "reasons");
    const answer = await answerForm(db, context, { mine, record }, () => translateAlignment(context, { ...form, assessmentId }));
    return answer ?? redirect(path);
  }
  const found = findFramework(protocol, framework);
  const scale = found && findScale(protocol, found.scale);
  const value = scale && typedValue(scale, form.value, (typed) => readNumber(typed, form.language));
  if (value === null) return { status: 422, problem: fieldProblem(form, "value", "choose") };
  const record = alignmentId === null ? null : { kind: "alignment", id: alignmentId, entriesOf: alignmentEntries };
  const run = () => judgeAlignment(context, { ...form, assessmentId, framework, node, value });
  return (await answerForm(db, context, { mine, record }, run)) ?? redirect(path);
}

const Stored = z.string().nullable();

/** A version of an alignment as the entries of its form. */
function alignmentEntries({ level, without, reasons, language, grounds }: VersionBody) {
  const value = valueOf({ level: levelFromStored(Stored.parse(level)), without: Stored.parse(without) });
  return { ...entriesOfForm({ value, reasons, language }), grounds: groundEntries(grounds) };
}
