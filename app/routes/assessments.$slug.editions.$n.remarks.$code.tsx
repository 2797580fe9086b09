import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnResponse } from "~/features/remarks/act-on-response.server";
import { loadResponse } from "~/features/remarks/load-response.server";
import { ResponseOvertaken } from "~/features/remarks/response-overtaken";
import { ResponsePage } from "~/features/remarks/response-page";
import { responseForm } from "~/features/remarks/schema";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { FormAnswer } from "~/platform/overtaken.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { remark }) => t("remarks.respond.title", { code: remark.code }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  return loadResponse(db, user, assessment, { number: params["n"], code: params["code"] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const page = await loadResponse(db, user, assessment, { number: params["n"], code: params["code"] });
  authorize(user, "remark.respond", { assessmentId: assessment.id, shown: page.remark.shownAt !== null });
  const { languages, id: assessmentId } = assessment;
  const form = await parseForm(request, responseForm(languages));
  if (!form.ok) return data<FormAnswer>({ status: 422, problem: form.problem }, { status: 422 });
  const done = await actOnResponse(db, changeContext(user, request, assessment), { assessmentId, page, languages }, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ResponseRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  if (answer?.overtaken) return <ResponseOvertaken overtaken={answer.overtaken} page={page} />;
  return <ResponsePage page={page} kept={kept} />;
}
