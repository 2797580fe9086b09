import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnScreening } from "~/features/screening/act-on-screening.server";
import { ConflictsPage } from "~/features/screening/conflicts-page";
import { loadConflicts } from "~/features/screening/load-conflicts.server";
import { SettleForm } from "~/features/screening/schema";
import { ScreeningOvertaken } from "~/features/screening/screening-overtaken";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle = { title: (t) => t("screening.conflicts") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  return { shown: await loadConflicts(db, assessment, user), base: `/assessments/${assessment.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "screening.read", assessment);
  authorize(user, "screening.decide", assessment);
  const form = await parseForm(request, SettleForm);
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const back = `/assessments/${assessment.slug}/sources/screening/conflicts`;
  const done = await actOnScreening(changeContext(user, request, assessment), { assessmentId: assessment.id, back }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ScreeningConflictsRoute() {
  const t = useTranslations("screening");
  const { shown, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.overtaken) return <ScreeningOvertaken overtaken={answer.overtaken} what={t("decision")} reasons={shown?.reasons ?? []} />;
  return <ConflictsPage shown={shown} base={base} problem={answer?.problem} />;
}
