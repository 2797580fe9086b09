import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRatingSheet } from "~/features/ratings/rating-sheet-request.server";
import { ratingSheets } from "~/features/ratings/rating-sheet.server";
import { sendErrors } from "~/features/sheets/send-errors.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = await findRatingSheet(user, assessment, params["number"]);
  return sendErrors(ratingSheets(study), user.id, params["n"], user.language);
}
