import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadStatement } from "~/features/statements/load-statement.server";
import { StatementPage } from "~/features/statements/statement-page";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ code: string }> = { title: (_t, { code }) => code };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "statement.read", assessment);
  return loadStatement(db, user, assessment, params["code"]);
}

export default function StatementRoute() {
  return <StatementPage shown={useLoaderData<typeof loader>()} />;
}
