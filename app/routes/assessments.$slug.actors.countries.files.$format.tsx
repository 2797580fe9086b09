import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPlaces } from "~/features/actors/export-places.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** Countries against actors as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  return exportPlaces(user, assessment, params["format"], new URL(request.url).searchParams);
}
