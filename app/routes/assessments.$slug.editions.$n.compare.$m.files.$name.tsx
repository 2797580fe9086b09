import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendComparison } from "~/features/editions/send-comparison.server";
import { findAssessment, requireUser } from "~/platform/guard.server";

/** What changed between two editions, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const { n, m, name = "" } = params;
  return sendComparison(user, assessment, { n, m, name, query: new URL(request.url).searchParams });
}
