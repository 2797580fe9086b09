import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRegister } from "~/features/actors/export-register.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** The register of actors as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  return exportRegister(user, assessment, params["format"], new URL(request.url).searchParams);
}
