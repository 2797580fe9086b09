import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAgreement } from "~/features/rounds/export-agreement.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { findRound } from "~/platform/judgements.server";

/** The agreement of a round as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const round = await findRound(db, user.id, assessment.id, Number(params["number"]));
  return exportAgreement(db, { viewer: user, assessment, round }, params["format"]);
}
