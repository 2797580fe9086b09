import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnSuggestion } from "~/features/suggestions/act-on-suggestion.server";
import { loadSuggestion } from "~/features/suggestions/load-suggestion.server";
import { settleForms } from "~/features/suggestions/schema";
import { SuggestionPage } from "~/features/suggestions/suggestion-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ number: number; heading: { number: string | null; heading: string } }> = {
  title: (t, { number, heading }) => [t("suggestions.suggestion", { number }), heading.number, heading.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "suggestion.read", assessment);
  return loadSuggestion(db, user, assessment, params["code"], params["n"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "suggestion.read", assessment);
  const { path } = await loadSuggestion(db, user, assessment, params["code"], params["n"]);
  const form = await parseForm(request, settleForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const where = { assessmentId: assessment.id, path, n: params["n"] ?? "" };
  const done = await actOnSuggestion(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function SuggestionRoute() {
  return <SuggestionPage view={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
