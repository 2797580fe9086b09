import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportComparison } from "~/features/comparison/export-comparison.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** The comparison of answers as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const { searchParams: search } = new URL(request.url);
  return exportComparison(user, assessment, { format: params["format"], search, at: new Date() });
}
