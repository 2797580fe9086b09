import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { findFirstPage } from "~/features/editions/open-reading.server";
import { findAssessment, requireUser } from "~/platform/guard.server";

/** The reading room opens on the first page of the document. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return redirect(await findFirstPage(user, assessment, params["n"], request));
}
