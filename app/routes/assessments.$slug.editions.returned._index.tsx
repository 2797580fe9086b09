import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadReturnedFiles } from "~/features/returned-files/load-returned.server";
import { receiveReturned } from "~/features/returned-files/receive-returned.server";
import { ReturnedListPage } from "~/features/returned-files/returned-list-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("returnedFiles.heading") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "returned-file.read", assessment);
  return loadReturnedFiles(db, user, assessment);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "returned-file.read", assessment);
  authorize(user, "returned-file.take", assessment);
  const where = { assessmentId: assessment.id, path: `/assessments/${assessment.slug}/editions/returned` };
  const received = await receiveReturned(request, changeContext(user, request, assessment), where);
  if (received instanceof Response) throw received;
  return data(received.problem, { status: received.status });
}

export default function ReturnedFilesRoute() {
  const t = useTranslations("returnedFiles");
  return (
    <ReturnedListPage
      view={useLoaderData<typeof loader>()}
      kept={useKept(useActionData<typeof action>(), undefined, { file: t("file") })}
    />
  );
}
