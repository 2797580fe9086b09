import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { can } from "~/domain/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { countDoubles } from "~/features/actors/read-doubles.server";
import { pageOfRegister } from "~/features/actors/page-of-register.server";
import { RegisterPage } from "~/features/actors/register-page";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("actors.registerTitle"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), language: user.language };
  return {
    ...(await pageOfRegister(db, study, new URL(request.url).searchParams)),
    doubles: await countDoubles(db, assessment.id),
    base: `/assessments/${assessment.slug}`,
    mayWrite: can(user, "actor.write", assessment),
  };
}

export default function RegisterRoute() {
  const t = useTranslations("actors");
  const { doubles, mayWrite, ...page } = useLoaderData<typeof loader>();
  const { base, register } = page;
  const add = mayWrite && (
    <ButtonLink to={`${base}/actors/new`} icon="plus" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("registerTitle")}
        acts={
          register.total > 0 && (
            <>
              {mayWrite && <ButtonLink to={`${base}/actors/import`}>{t("import")}</ButtonLink>}
              <ButtonLink to={`${base}/actors/doubles`}>{t("doublesN", { count: doubles })}</ButtonLink>
              {add}
            </>
          )
        }
      />
      <ActorTabs base={base} current="register" />
      {register.total === 0 ? (
        <Sheet title={t("register")}>
          <EmptyState title={t("empty")} act={add}>
            {t("emptyHint")}
          </EmptyState>
        </Sheet>
      ) : (
        <RegisterPage {...page} />
      )}
    </>
  );
}
