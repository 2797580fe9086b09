import type { ActionFunctionArgs } from "@remix-run/node";
import { findOpenSection, notePage } from "~/features/sections/load-live.server";
import { PresenceForm } from "~/features/sections/live-schema";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { parseForm } from "~/platform/parse-form.server";
import { countUse } from "~/platform/use-limits.server";

/** A page says that somebody is on it, on which block, or that she left. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request, { quiet: true });
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  await countUse("presence", user.id);
  const section = await findOpenSection(db, assessment, params["code"]);
  const form = await parseForm(request, PresenceForm);
  if (!form.ok) return Response.json(form.problem, { status: 422 });
  await notePage(db, { userId: user.id, assessmentId: assessment.id, sectionId: section.id }, form.value, new Date());
  return new Response(null, { status: 204 });
}
