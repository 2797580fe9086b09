import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendTemplatePicture } from "~/features/house-style/send-template-picture.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** A picture of the template in use. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "house-style.read", assessment);
  return sendTemplatePicture(assessment.id, params["n"], request);
}
