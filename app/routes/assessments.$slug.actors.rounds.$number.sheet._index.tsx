import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { findRatingSheet, requireRating, roundFacts } from "~/features/ratings/rating-sheet-request.server";
import { ratingSheets } from "~/features/ratings/rating-sheet.server";
import { listSheets } from "~/features/sheets/find-sheet.server";
import { receiveSheet } from "~/features/sheets/receive-sheet.server";
import { SheetForm } from "~/features/sheets/sheet-form";
import { SheetTable } from "~/features/sheets/sheet-list";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("sheets.ratingsTitle") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = await findRatingSheet(user, assessment, params["number"]);
  return { round: roundFacts(study, assessment.slug), sheets: await listSheets(db, ratingSheets(study), user.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = await findRatingSheet(user, assessment, params["number"]);
  requireRating(study);
  const where = { language: user.language, path: `${roundFacts(study, assessment.slug).path}/sheets` };
  const received = await receiveSheet(request, changeContext(user, request, assessment), ratingSheets(study), where);
  if (received instanceof Response) throw received;
  return data(received.problem, { status: received.status });
}

export default function RatingSheetPage() {
  const t = useTranslations("sheets");
  const rounds = useTranslations("rounds");
  const { round, sheets } = useLoaderData<typeof loader>();
  const kept = useKept(useActionData<typeof action>(), undefined, { file: t("file") });
  return (
    <>
      <PageHead
        title={t("ratingsTitle")}
        lede={t("ratingsLede", { number: round.number })}
        crumbs={[
          { label: rounds("heading"), href: round.rounds },
          { label: rounds("round", { number: round.number }) },
          { label: t("ratingsTitle") },
        ]}
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        <Sheet title={t("download")} intro={t("downloadIntro")}>
          <div className="acts row wrap">
            {["XLSX", "CSV"].map((format) => (
              <ButtonLink key={format} to={`${round.path}/sheet/${format.toLowerCase()}`} download>
                {t("downloadAs", { format })}
              </ButtonLink>
            ))}
          </div>
        </Sheet>
        {round.mayRate ? (
          <SheetForm kept={kept} back={round.rounds}>
            <p>{t("ratingsHelp")}</p>
          </SheetForm>
        ) : (
          <Notice title={t("sentAlready")} />
        )}
        {sheets.length > 0 && (
          <Sheet title={t("ratingsList")} flush>
            <SheetTable sheets={sheets} path={`${round.path}/sheets`} />
          </Sheet>
        )}
      </div>
    </>
  );
}
