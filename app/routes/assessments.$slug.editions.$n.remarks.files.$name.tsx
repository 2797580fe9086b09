import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendResponseTable } from "~/features/remarks/send-response-table.server";
import { db } from "~/platform/db.server";
import { findAssessment, requireUser } from "~/platform/guard.server";

/** The table of remarks and responses, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return sendResponseTable(db, user, assessment, { number: params["n"], name: params["name"] });
}
