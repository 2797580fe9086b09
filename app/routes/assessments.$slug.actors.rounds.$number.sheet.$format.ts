import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRatingSheet } from "~/features/ratings/export-rating-sheet.server";
import { findRatingSheet } from "~/features/ratings/rating-sheet-request.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  return exportRatingSheet(await findRatingSheet(user, assessment, params["number"]), assessment.slug, params["format"]);
}
