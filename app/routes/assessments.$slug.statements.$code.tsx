import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeviationMarks } from "~/features/deviations/deviation-notices";
import { loadStatement } from "~/features/statements/load-statement.server";
import { StatementPage } from "~/features/statements/statement-page";
import { db } from "~/platform/db.server";
import { deviationsSince } from "~/platform/deviation-marks.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ code: string }> = { title: (_t, { code }) => code };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "statement.read", assessment);
  const shown = await loadStatement(db, user, assessment, params["code"]);
  const marks = await deviationsSince(db, assessment.id, { kind: "statement", id: shown.id });
  return { shown, code: shown.code, marks, base: `/assessments/${assessment.slug}` };
}

export default function StatementRoute() {
  const { shown, marks, base } = useLoaderData<typeof loader>();
  return <StatementPage shown={shown} notice={<DeviationMarks marks={marks} base={base} />} />;
}
