import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { actOnReturned, type ReturnedAnswer } from "~/features/returned-files/act-on-returned.server";
import { loadReturned } from "~/features/returned-files/load-returned.server";
import { ReturnedPage } from "~/features/returned-files/returned-page";
import { returnedForms } from "~/features/returned-files/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ file: { number: number } }> = {
  title: (t, { file }) => t("returnedFiles.one", { number: file.number }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "returned-file.read", assessment);
  return loadReturned(db, user, assessment, params["number"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "returned-file.read", assessment);
  const { file, path } = await loadReturned(db, user, assessment, params["number"]);
  authorize(user, "returned-file.take", assessment);
  const form = await parseForm(request, returnedForms);
  if (!form.ok) return data<ReturnedAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const where = { assessmentId: assessment.id, path: `${path}/returned/${file.number}`, language: user.language };
  const done = await actOnReturned(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data<ReturnedAnswer>(done, { status: done.status });
}

export default function ReturnedFileRoute() {
  const t = useTranslations("returnedFiles");
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const kept = useKept(answer?.problem, undefined, { item: t("found"), section: t("section") });
  return (
    <ReturnedPage view={view} kept={kept} overtaken={answer?.status === 409} again={query.has("again")} asked={query.get("edition")} />
  );
}
