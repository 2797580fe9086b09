import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actorSheets } from "~/features/actors/actor-sheet.server";
import { actOnSheet, type SheetAnswer } from "~/features/sheets/act-on-sheet.server";
import { findSheet } from "~/features/sheets/find-sheet.server";
import { loadSheet } from "~/features/sheets/load-sheet.server";
import { sheetForms } from "~/features/sheets/schema";
import { SheetPage } from "~/features/sheets/sheet-page";
import { protocolOf } from "~/platform/assessment.server";
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
  authorize(user, "actor.read", assessment);
  const kind = actorSheets({ assessment, protocol: await protocolOf(assessment), language: user.language });
  const query = new URL(request.url).searchParams;
  return { base: `/assessments/${assessment.slug}/actors`, ...(await loadSheet(kind, user.id, params["n"], query)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const kind = actorSheets({ assessment, protocol: await protocolOf(assessment), language: user.language });
  const found = await findSheet(db, kind, user.id, params["n"]);
  authorize(user, "actor.write", assessment);
  const form = await parseForm(request, sheetForms);
  if (!form.ok) return data<SheetAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const list = `/assessments/${assessment.slug}/actors/imports`;
  const place = { list, path: `${list}/${found.number}`, back: `${list}/${found.number}${new URL(request.url).search}` };
  const done = await actOnSheet(changeContext(user, request, assessment), kind, found, place, form.value);
  if (done instanceof Response) throw done;
  return data<SheetAnswer>(done, { status: done.status });
}

export default function ActorImportPage() {
  const t = useTranslations("sheets");
  const actors = useTranslations("actors");
  const { base, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem, undefined, { target: t("columns"), value: t("rows"), header: t("whichHeader") });
  return (
    <SheetPage
      {...shown}
      kept={kept}
      errors={<ErrorSummary errors={kept.summary} />}
      overtaken={answer?.status === 409}
      crumbs={[
        { label: actors("heading"), href: base },
        { label: t("actorsHeading"), href: `${base}/imports` },
      ]}
      path={`${base}/imports/${shown.sheet.number}`}
      onward={{ label: t("toActors"), href: base }}
      recordHref={(code) => `${base}/${code}`}
    />
  );
}
