import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnSuggest } from "~/features/suggestions/act-on-suggestion.server";
import { findSuggestedSection } from "~/features/suggestions/find-suggested.server";
import { findSuggestedBlock, loadSuggest } from "~/features/suggestions/load-suggest.server";
import { suggestForm } from "~/features/suggestions/schema";
import { SuggestPage } from "~/features/suggestions/suggest-page";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ heading: { number: string | null; heading: string } }> = {
  title: (t, { heading }) => [t("suggestions.suggest"), heading.number, heading.heading].filter(Boolean).join(" "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "suggestion.read", assessment);
  return loadSuggest(db, user, assessment, params["code"], params["block"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "suggestion.read", assessment);
  const { section, people, path } = await findSuggestedSection(db, user, assessment, params["code"]);
  const { id: blockId } = await findSuggestedBlock(db, assessment.id, section.id, params["block"]);
  authorize(user, "suggestion.make", people);
  const form = await parseForm(request, suggestForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  const where = { assessmentId: assessment.id, blockId, path };
  const done = await actOnSuggest(changeContext(user, request, assessment), where, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function SuggestRoute() {
  return <SuggestPage view={useLoaderData<typeof loader>()} problem={useActionData<typeof action>()} />;
}
