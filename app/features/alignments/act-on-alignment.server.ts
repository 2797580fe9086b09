import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { readNumber } from "~/domain/forms/read-number";
import { typedValue } from "~/domain/judgements/value";
import { findFramework, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { judgeAlignment } from "./judge-alignment.server";
import type { alignmentForms } from "./schema";
import { translateAlignment } from "./translate-alignment.server";

interface Where {
  assessmentId: string;
  framework: string;
  node: string;
  path: string;
  protocol: Protocol;
}

/** Does what one of the forms on the page of a policy node asks; what is wrong with a field comes back with all that was typed. */
export async function actOnAlignment(
  context: ChangeContext,
  where: Where,
  form: z.output<typeof alignmentForms>,
): Promise<Response | FormProblem> {
  const { assessmentId, framework, node, path, protocol } = where;
  if (form.intent === "translate") {
    await translateAlignment(context, { ...form, assessmentId });
    return redirect(path);
  }
  const found = findFramework(protocol, framework);
  const scale = found && findScale(protocol, found.scale);
  const value = scale && typedValue(scale, form.value, (typed) => readNumber(typed, form.language));
  if (value === null) return fieldProblem(form, "value", "choose");
  const done = await catchRefusal(() => judgeAlignment(context, { ...form, assessmentId, framework, node, value }), "invalid");
  return done.ok ? redirect(path) : refusedField(form, done.refusal.details);
}
