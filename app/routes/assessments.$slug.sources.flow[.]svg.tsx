import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendFlow } from "~/features/screening/send-flow.server";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  return limitedExport(user.id, () => sendFlow(db, assessment, user.language));
}
