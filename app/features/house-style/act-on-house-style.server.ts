import type { StyleMapping } from "~/domain/house-style/slots";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, fieldProblem, refusedField } from "~/platform/form-problem";
import { parseForm } from "~/platform/parse-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import { mapHouseStyle } from "./map-house-style.server";
import { receiveTemplate, type TemplateAnswer } from "./receive-template.server";
import { MappingFields, mappingOf } from "./schema";

/** What a form on the page of the house style answers where it leads nowhere: what is wrong, or a preview. */
export interface HouseStyleAnswer {
  status: 200 | 409 | 413 | 422;
  problem?: FormProblem;
  refused?: TemplateAnswer;
  chosen?: StyleMapping;
}

/** Takes a template that was sent, saves what was chosen, or shows how that looks. */
export async function actOnHouseStyle(context: ChangeContext, request: Request, assessmentId: string): Promise<HouseStyleAnswer | null> {
  if ((request.headers.get("content-type") ?? "").startsWith("multipart/form-data")) {
    const refused = await receiveTemplate(request, context, assessmentId);
    return refused && { status: refused.status, refused };
  }
  const form = await parseForm(request, MappingFields);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { intent, version } = form.value;
  const chosen = mappingOf(form.value);
  if (intent === "preview") return { status: 200, chosen };
  const done = await catchRefusal(() => mapHouseStyle(context, { assessmentId, version, mapping: chosen }), "invalid", "conflict");
  if (done.ok) return null;
  if (done.refusal.code === "invalid") return { status: 422, chosen, problem: refusedField(form.value, done.refusal.details) };
  return { status: 409, chosen, problem: { ...fieldProblem(form.value, "", ""), fields: {}, form: ["changed-meanwhile"] } };
}
