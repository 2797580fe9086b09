import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { listStatements } from "~/features/statements/list-statements.server";
import { StatementFilters, StatementTable } from "~/features/statements/statement-list";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("statements.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "statement.read", assessment);
  const query = new URL(request.url).searchParams;
  const filter = { kind: query.get("kind") ?? "", ground: query.get("ground") ?? "", section: query.get("section") ?? "" };
  return { filter, base: `/assessments/${assessment.slug}`, listed: await listStatements(db, user, assessment, filter) };
}

export default function StatementsPage() {
  const t = useTranslations("statements");
  const { filter, base, listed } = useLoaderData<typeof loader>();
  const first = listed.withoutGround > 0 && (
    <ButtonLink to="?ground=none" icon="octagon" variant="primary">
      {t("openWithoutGround", { count: listed.withoutGround })}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        acts={
          <>
            <ButtonLink to={`${base}/statements/graph`} icon="eye">
              {t("graphOf")}
            </ButtonLink>
            <ButtonLink to={`${base}/statements/orphans`} icon="octagon">
              {t("orphansOf")}
            </ButtonLink>
            {first}
          </>
        }
      />
      <Sheet title={t("list")} flush>
        {listed.total === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        ) : (
          <>
            <StatementFilters filter={filter} shown={listed.rows.length} total={listed.total} />
            <StatementTable rows={listed.rows} base={base} />
          </>
        )}
      </Sheet>
    </>
  );
}
