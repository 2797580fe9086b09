import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendEditionFile } from "~/features/editions/send-edition-file.server";
import { findAssessment, requireUser } from "~/platform/guard.server";

/** A file of an edition, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return sendEditionFile(user, assessment, { number: params["n"], name: params["name"] ?? "" }, request);
}
