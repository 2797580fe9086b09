import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { AgreementPage } from "~/features/rounds/agreement-page";
import { readAgreement } from "~/features/rounds/read-agreement.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { findRound } from "~/platform/judgements.server";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

export const handle: PageHandle<{ round: { number: number } }> = {
  title: (t, { round }) => t("rounds.agreement.title", { number: round.number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const round = await findRound(db, user.id, assessment.id, Number(params["number"]));
  const { number, sent, raters, dueOn } = round;
  return {
    round: { number, sent, raters: raters.length, dueOn, title: textIn(round.title, user.language, assessment.languages) },
    agreement: await readAgreement(db, { assessment, language: user.language }, round),
    base: `/assessments/${assessment.slug}`,
  };
}

export default function AgreementRoute() {
  const t = useTranslations("rounds");
  const actors = useTranslations("actors");
  const { round, agreement, base } = useLoaderData<typeof loader>();
  const list = `${base}/actors/rounds`;
  return (
    <>
      <PageHead
        title={t("agreement.heading")}
        crumbs={[
          { label: actors("heading"), href: `${base}/actors` },
          { label: t("heading"), href: list },
          { label: t("round", { number: round.number }), href: `${list}#round-${round.number}` },
          { label: t("agreement.heading") },
        ]}
        lede={
          <>
            {t("round", { number: round.number })}: <bdi>{round.title}</bdi>. {t("agreement.lede")}
          </>
        }
        acts={
          agreement &&
          round.raters > 1 &&
          (["xlsx", "csv"] as const).map((format) => (
            <ButtonLink key={format} icon="download" to={`${list}/${round.number}/agreement/files/${format}`} download>
              {t(`agreement.formats.${format}`)}
            </ButtonLink>
          ))
        }
      />
      <AgreementPage round={round} agreement={agreement} />
    </>
  );
}
