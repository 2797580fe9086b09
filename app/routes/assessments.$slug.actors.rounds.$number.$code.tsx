import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { answerRating, loadRating } from "~/features/ratings/rate-request.server";
import { RateScreen } from "~/features/ratings/rate-screen";
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
  return loadRating(request, user, assessment, { round: Number(params["number"]), code: params["code"] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  return answerRating(request, user, assessment, { round: Number(params["number"]), code: params["code"] });
}

export default function RateSubjectRoute() {
  const t = useTranslations("rounds");
  const { page, base } = useLoaderData<typeof loader>();
  const list = { label: t("heading"), href: `${base}/actors/rounds` };
  const rateHref = (code: string) => `${list.href}/${page.round.number}/${encodeURIComponent(code)}`;
  return <RateScreen page={page} list={list} rateHref={rateHref} base={base} answer={useActionData<typeof action>()} />;
}
