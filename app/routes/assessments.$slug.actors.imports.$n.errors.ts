import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorSheets } from "~/features/actors/actor-sheet.server";
import { sendErrors } from "~/features/sheets/send-errors.server";
import { protocolOf } from "~/platform/assessment.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const kind = actorSheets({ assessment, protocol: await protocolOf(assessment), language: user.language });
  return sendErrors(kind, user.id, params["n"], user.language);
}
