import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { findPlace } from "~/features/review-rounds/find-place.server";
import { markSeen } from "~/features/review-rounds/mark-seen.server";
import { SeenForm } from "~/features/review-rounds/schema";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { parseForm } from "~/platform/parse-form.server";
import { contextOf, noteSaved } from "~/platform/request-context.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { section, head } = await findPlace(db, user, assessment, params["code"]);
  const form = await parseForm(request, SeenForm);
  if (!form.ok) return Response.json(form.problem, { status: 422 });
  await markSeen({ userId: user.id, assessmentId: assessment.id, section, changes: form.value.changes, at: new Date() });
  noteSaved(contextOf(request).id, { own: ["seen"] });
  return request.headers.has("x-autosave") ? Response.json({ seen: form.value.changes }) : redirect(head.path);
}
