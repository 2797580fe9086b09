import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { authorize, changeContext, type Viewer } from "~/platform/guard.server";
import { parseForm } from "~/platform/parse-form.server";
import { actOnRemark, type RemarkAnswer } from "./act-on-remark.server";
import { findRemarkedEdition } from "./open-remarks.server";
import { remarkForms } from "./schema";

/** A form of a reader, posted in the reading room or on the page of remarks; it leads back there, or answers what its page shows. */
export async function postRemark(
  db: Db,
  user: Viewer,
  request: Request,
  assessment: AssessmentRow,
  number: string | undefined,
): Promise<Response | RemarkAnswer> {
  const edition = await findRemarkedEdition(db, user, assessment, number);
  authorize(user, "remark.write", { assessmentId: assessment.id });
  const form = await parseForm(request, remarkForms);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { pathname, search } = new URL(request.url);
  const autosave = request.headers.has("x-autosave");
  const posted = { assessment, edition, language: user.language, back: `${pathname}${search}`, autosave, form: form.value };
  return actOnRemark(db, changeContext(user, request, assessment), posted);
}
