import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendAttachment } from "~/features/attachments/send-attachment.server";
import { findAttachment } from "~/platform/attachments.server";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";

/** A file of an interview, a consent or a source, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return sendAttachment(await findAttachment(db, user, assessment.id, params["id"]), request);
}
