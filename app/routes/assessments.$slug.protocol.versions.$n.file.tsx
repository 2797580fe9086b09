import type { LoaderFunctionArgs } from "@remix-run/node";
import { findVersion } from "~/features/protocol/queries.server";
import { sendVersionFile } from "~/features/protocol/send-version-file.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

/** The file of one version of the protocol as it was read, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "protocol.read", assessment);
  return sendVersionFile(assessment.slug, await findVersion(db, assessment.id, params["n"]));
}
