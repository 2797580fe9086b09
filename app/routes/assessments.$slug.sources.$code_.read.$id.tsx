import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnSource } from "~/features/sources/act-on-source.server";
import { loadReadPdf } from "~/features/sources/load-read-pdf.server";
import { ReadPdfPage } from "~/features/sources/read-pdf-page";
import { ExcerptForm } from "~/features/sources/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ source: { code: string } }> = {
  title: (t, { source }) => t("sources.read.title", { code: source.code }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  return loadReadPdf(db, user, assessment, { code: params["code"], file: params["id"] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "source.read", assessment);
  const { source, file, base } = await loadReadPdf(db, user, assessment, { code: params["code"], file: params["id"] });
  authorize(user, "source.write", assessment);
  const form = await parseForm(request, ExcerptForm);
  if (!form.ok) return data({ problem: form.problem }, { status: 422 });
  const place = { id: source.id, assessmentId: assessment.id, path: `${base}/sources/${source.code}/read/${file.id}` };
  const done = await actOnSource(changeContext(user, request, assessment), place, form.value);
  if (done instanceof Response) throw done;
  return data({ problem: done.problem }, { status: done.status });
}

export default function ReadPdfRoute() {
  return <ReadPdfPage read={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />;
}
