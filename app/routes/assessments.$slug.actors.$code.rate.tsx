import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { findActor } from "~/features/actors/queries.server";
import { answerRating, loadRating } from "~/features/ratings/rate-request.server";
import { RateScreen } from "~/features/ratings/rate-screen";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle<{ page: { subject: { code: string; name: string } } }> = {
  title: (t, { page }) => `${t("ratings.rate")} ${page.subject.code} ${page.subject.name}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const actor = await findActor(db, assessment.id, params["code"]);
  return loadRating(request, user, assessment, { kind: "actor", id: actor.id });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const actor = await findActor(db, assessment.id, params["code"]);
  return answerRating(request, user, assessment, { kind: "actor", id: actor.id });
}

export default function RateActorRoute() {
  const t = useTranslations("actors");
  const { page, base } = useLoaderData<typeof loader>();
  const list = { label: t("heading"), href: `${base}/actors` };
  const rateHref = (code: string) => `${list.href}/${code}/rate?round=${page.round.number}`;
  const ratingsHref = `${list.href}/${page.subject.code}#ratings`;
  const answer = useActionData<typeof action>();
  return <RateScreen page={page} list={list} rateHref={rateHref} ratingsHref={ratingsHref} base={base} answer={answer} />;
}
