import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { findRatingSheet, roundFacts } from "~/features/ratings/rating-sheet-request.server";
import { ratingSheets } from "~/features/ratings/rating-sheet.server";
import { actOnSheet, type SheetAnswer } from "~/features/sheets/act-on-sheet.server";
import { findSheet } from "~/features/sheets/find-sheet.server";
import { loadSheet } from "~/features/sheets/load-sheet.server";
import { sheetForms } from "~/features/sheets/schema";
import { SheetPage } from "~/features/sheets/sheet-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";
import { ErrorSummary } from "~/ui/error-summary";

export const handle: PageHandle<{ sheet: { number: number } }> = {
  title: (t, { sheet }) => t("sheets.one", { number: sheet.number }),
  wide: true,
};

export const shouldRevalidate = revalidateAfterAct;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = await findRatingSheet(user, assessment, params["number"]);
  const query = new URL(request.url).searchParams;
  return { round: roundFacts(study, assessment.slug), ...(await loadSheet(ratingSheets(study), user.id, params["n"], query)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const study = await findRatingSheet(user, assessment, params["number"]);
  const kind = ratingSheets(study);
  const found = await findSheet(db, kind, user.id, params["n"]);
  const form = await parseForm(request, sheetForms);
  if (!form.ok) return data<SheetAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const { path } = roundFacts(study, assessment.slug);
  const here = `${path}/sheets/${found.number}`;
  const place = { list: `${path}/sheet`, path: here, back: here + new URL(request.url).search };
  const done = await actOnSheet(changeContext(user, request, assessment), kind, found, place, form.value);
  if (done instanceof Response) throw done;
  return data<SheetAnswer>(done, { status: done.status });
}

export default function RatingSheetImportPage() {
  const t = useTranslations("sheets");
  const rounds = useTranslations("rounds");
  const { round, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem, undefined, { target: t("columns"), value: t("rows"), header: t("whichHeader") });
  return (
    <SheetPage
      {...shown}
      kept={kept}
      errors={<ErrorSummary errors={kept.summary} />}
      overtaken={answer?.status === 409}
      blocked={round.mayRate ? null : t("sentAlready")}
      crumbs={[
        { label: rounds("heading"), href: round.rounds },
        { label: t("ratingsTitle"), href: `${round.path}/sheet` },
      ]}
      path={`${round.path}/sheets/${shown.sheet.number}`}
      onward={{ label: t("toRound"), href: round.rounds }}
      recordHref={(code) => `${round.path}/${encodeURIComponent(code.split(":").slice(0, -1).join(":"))}`}
    />
  );
}
