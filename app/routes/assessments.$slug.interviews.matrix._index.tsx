import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comparisonFilterFrom } from "~/features/comparison/comparison-filter";
import { ComparisonPage } from "~/features/comparison/comparison-page";
import { leaveWordsToPage } from "~/features/comparison/leave-words.server";
import { loadMatrixPage } from "~/features/comparison/load-matrix-page.server";
import { ReadingPage } from "~/features/comparison/reading-page";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("comparison.title"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, namedFor: user, at: new Date() };
  const { searchParams } = new URL(request.url);
  return leaveWordsToPage(request, await loadMatrixPage(db, study, searchParams, comparisonFilterFrom(searchParams, study.protocol)));
}

export default function MatrixRoute() {
  const page = useLoaderData<typeof loader>();
  return page.kind === "reading" ? (
    <ReadingPage reading={page.reading} />
  ) : (
    <ComparisonPage comparison={page.comparison} cell={page.cell} />
  );
}
