import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOpenSection } from "~/features/sections/load-live.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { liveStream } from "~/platform/live-stream.server";

/** What happens in a section, told to a page that has it open: which block has which version, by whom, and who is there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request, { quiet: true });
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const section = await findOpenSection(db, assessment, params["code"]);
  return liveStream(request, { assessmentId: assessment.id, section, userId: user.id, sessionId: user.sessionId });
}
