import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { actOnInterview } from "~/features/interviews/act-on-interview.server";
import { ConflictOrPage } from "~/features/interviews/conflict-or-page";
import { findInterview } from "~/features/interviews/find-interview.server";
import { loadInterview } from "~/features/interviews/load-interview.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_, { interview }) => interview.code, wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  return loadInterview(db, user, assessment, await protocolOf(assessment), interview);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "interview.read", assessment);
  const interview = await findInterview(db, assessment, params["code"], user);
  authorize(user, "interview.write", interview.people);
  const draft = request.headers.has("x-autosave");
  const done = await actOnInterview({
    user,
    context: changeContext(user, request, assessment),
    assessment,
    interview,
    draft,
    fields: await readForm(request),
  });
  if (done.to === undefined || draft) return data(done, { status: done.status });
  const list = `/assessments/${assessment.slug}/interviews`;
  return redirect(done.to === ".." ? list : `${list}/${interview.code}${done.to}`);
}

export default function InterviewRoute() {
  const { slug = "" } = useParams();
  const [search] = useSearchParams();
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const kept = useKept(done?.form);
  return (
    <ConflictOrPage
      key={page.interview.id}
      slug={slug}
      page={page}
      view={search.get("view") ?? ""}
      done={done}
      kept={done?.form ? kept : undefined}
    />
  );
}
