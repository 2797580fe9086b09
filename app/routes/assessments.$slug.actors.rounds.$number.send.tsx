import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { canMoveRound } from "~/domain/moves/round";
import { MissingList } from "~/features/rounds/missing-list";
import { readSending } from "~/features/rounds/read-sending.server";
import { SendForm } from "~/features/rounds/schema";
import { sendRound } from "~/features/rounds/send-round.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { findRound } from "~/platform/judgements.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { ConfirmPage } from "~/ui/confirm-page";

export const handle: PageHandle = { title: (t) => t("rounds.send") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const round = await findRound(db, user.id, assessment.id, Number(params["number"]));
  authorize(user, "round.rate", { assessmentId: assessment.id, raterIds: round.raters.map(({ id }) => id) });
  const { number, sent, raters, mine, state } = round;
  return {
    number,
    sent,
    raters: raters.length,
    version: mine?.version ?? 0,
    isSent: !canMoveRound(state, "send") || mine?.sentAt != null,
    base: `/assessments/${assessment.slug}`,
    sending: await readSending(db, { assessment, viewer: user, language: user.language }, round),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "round.read", assessment);
  const round = await findRound(db, user.id, assessment.id, Number(params["number"]));
  authorize(user, "round.rate", { assessmentId: assessment.id, raterIds: round.raters.map(({ id }) => id) });
  const form = await parseForm(request, SendForm);
  if (!form.ok) return data(form.problem, { status: 422 });
  await sendRound(changeContext(user, request, assessment), {
    assessmentId: assessment.id,
    roundId: round.id,
    version: form.value.version,
  });
  return redirect(`/assessments/${assessment.slug}/actors/rounds`);
}

export default function SendRoundRoute() {
  const t = useTranslations("rounds");
  const actors = useTranslations("actors");
  const { number, sent, raters, version, isSent, base, sending } = useLoaderData<typeof loader>();
  const { total, missing } = sending;
  const list = `${base}/actors/rounds`;
  const isLast = sent + 1 === raters && !isSent;
  const openings = isLast ? t("sendLast") : t("sendBlind", { sent, raters });
  const consequences = [
    missing > 0 ? t("sendUnfilled", { count: missing }) : t("sendAll", { count: total }),
    raters > 1 ? t("sendFinal") : t("sendFinalOne"),
    raters > 1 ? openings : t("sendOne"),
  ];
  const refused = isSent ? consequences[1] : missing > 0 ? t("sendUnfilled", { count: missing }) : undefined;
  return (
    <ConfirmPage
      title={t("sendTitle", { number })}
      crumbs={[{ label: actors("heading"), href: `${base}/actors` }, { label: t("heading"), href: list }, { label: t("send") }]}
      consequences={consequences}
      hidden={{ version }}
      act={t("send")}
      refused={refused}
      cancelHref={list}
    >
      {missing > 0 && !isSent && <MissingList sending={sending} base={base} />}
    </ConfirmPage>
  );
}
