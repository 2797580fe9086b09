import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { dayAt } from "~/domain/day";
import { stateOfCheck } from "~/domain/fact-check/state";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage } from "./load-interview.server";

/** The way to the fact check, with how many answers were confirmed once it was sent. */
export function FactCheckFact({ page, base }: { page: InterviewPage; base: string }) {
  const t = useTranslations("factCheck");
  const { sent, confirmed, total } = page.check;
  if (!page.held) return null;
  return (
    <MetaFact icon="mail">
      <Link to={`${base}/${page.interview.code}/fact-check`}>{t("crumb")}</Link>
      {sent && <>: {t("confirmedOf", { done: confirmed, total })}</>}
    </MetaFact>
  );
}

/** That the record can't be changed now, and why. */
export function LockedNotice({ page, base }: { page: InterviewPage; base: string }) {
  const t = useTranslations("factCheck");
  const time = useTimeText();
  const { lockedUntil } = page.check;
  if (!lockedUntil) return null;
  return (
    <Notice tone="base" icon="mail" title={t("lockedTitle")}>
      <p>
        {t("lockedWhy", { until: time(dayAt(lockedUntil), "long") })}{" "}
        <Link to={`${base}/${page.interview.code}/fact-check`}>{t("toCheck")}</Link>
      </p>
    </Notice>
  );
}

/** Where an answer stands in the fact check, and why it can't be cited while it waits. */
export function AnswerCheck({ page, answer, base }: { page: InterviewPage; answer: ShownAnswer; base: string }) {
  const t = useTranslations("factCheck");
  const time = useTimeText();
  const check = page.check.answers[answer.id];
  if (!check || check.status === "withdrawn") return null;
  const corrected = check.status === "corrected";
  if (check.status === "not-asked" && !check.wait) return null;
  return (
    <p className="row wrap small">
      {check.status !== "not-asked" && <StatusTag state={stateOfCheck(check)} />}
      {corrected && <Link to={`${base}/${page.interview.code}/fact-check`}>{t("toCorrection")}</Link>}
      {check.wait && !corrected && (
        <span className="soft">{check.wait.until === null ? t("waits") : t("waitsUntil", { from: time(check.wait.until, "long") })}</span>
      )}
    </p>
  );
}
