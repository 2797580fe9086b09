import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { actOnReview } from "~/features/sections/act-on-review.server";
import { loadReview } from "~/features/sections/load-review.server";
import { DecidePage } from "~/features/sections/review-decision";
import { ReviewPage } from "~/features/sections/review-page";
import { ReviewForms } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [head.number, head.heading, `(${t("sections.review")})`].filter(Boolean).join(" "),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  return loadReview(db, user, assessment, params["code"]);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const study = await findSectionStudy(db, user, assessment, params["code"]);
  authorize(user, "section.review", study.people);
  const form = await parseForm(request, ReviewForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await actOnReview(changeContext(user, request, assessment), user, request, study, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function ReviewRoute() {
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [query] = useSearchParams();
  const asked = query.get("decide");
  const decide = asked === "ask-changes" || asked === "sign-off" ? asked : null;
  const offered = decide !== null && loaded.moves.some(({ name, hindrance }) => name === decide && hindrance === null);
  return offered ? <DecidePage decide={decide} loaded={loaded} problem={problem} /> : <ReviewPage loaded={loaded} />;
}
