import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportCodings } from "~/features/codes/export-codings.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** The marked passages as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "coding.read", assessment);
  return exportCodings(user, assessment, params["format"], new URL(request.url).searchParams.get("code"));
}
