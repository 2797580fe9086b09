import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { FrameworkTable } from "~/features/alignments/framework-table";
import { listFrameworks } from "~/features/alignments/queries.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle = { title: (t) => t("alignments.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "alignment.read", assessment);
  const frameworks = await listFrameworks(db, { assessment, protocol: await protocolOf(assessment), language: user.language });
  return { frameworks, base: `/assessments/${assessment.slug}` };
}

export default function AlignmentsPage() {
  const t = useTranslations("alignments");
  const { frameworks, base } = useLoaderData<typeof loader>();
  const next = frameworks.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !node.group && node.level === null).map((node) => `${base}/alignments/${id}/${node.id}`),
  )[0];
  const act = next && (
    <ButtonLink to={next} variant="primary">
      {t("judgeNext")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} acts={act} />
      {frameworks.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      <div className="gap">
        {frameworks.map((framework) => (
          <FrameworkTable key={framework.id} framework={framework} base={base} />
        ))}
      </div>
    </>
  );
}
