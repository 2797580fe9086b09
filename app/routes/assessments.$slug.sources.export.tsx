import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSources, formatAsked } from "~/features/sources/export-sources.server";
import { filterAsked } from "~/features/sources/list-sources.server";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query);
  return limitedExport(user.id, () => exportSources(db, assessment, filterAsked(query), format));
}
