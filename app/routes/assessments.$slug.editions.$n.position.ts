import type { ActionFunctionArgs } from "@remix-run/node";
import { keepPosition } from "~/features/editions/keep-position.server";
import { openDocument } from "~/features/editions/open-document.server";
import { PositionFields } from "~/features/editions/schema";
import { findAssessment, requireUser } from "~/platform/guard.server";
import { parseForm } from "~/platform/parse-form.server";
import { countUse } from "~/platform/use-limits.server";

/** A page of the reading room says where its reader is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request, { quiet: true });
  const assessment = await findAssessment(user, params["slug"]);
  await countUse("presence", user.id);
  const opened = await openDocument(user, assessment, params["n"], request);
  const form = await parseForm(request, PositionFields);
  if (!form.ok) return Response.json(form.problem, { status: 422 });
  await keepPosition(user, opened, form.value, new Date());
  return new Response(null, { status: 204 });
}
