import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Checkbox } from "~/ui/checkbox-group";
import { ConfirmPage } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { useLanguage } from "~/ui/intl";
import { TextArea } from "~/ui/text-area";
import { useIntervieweeLabels } from "./interviewee-label";
import type { Withdrawal } from "./load-withdrawal.server";

interface WithdrawConsentPageProps {
  slug: string;
  page: Withdrawal;
  today: string;
  kept: Kept;
}

/** Everything that falls away with a consent, and the form that takes it back: a day, a reason, and a tick that it was read. */
export function WithdrawConsentPage({ slug, page, today, kept }: WithdrawConsentPageProps) {
  const t = useTranslations("interviews.withdrawal");
  const titles = useTranslations("interviews");
  const agreement = useTranslations("interviews.agreement");
  const { one } = useIntervieweeLabels(page.languages);
  const { interview, participant } = page;
  const base = `/assessments/${slug}/interviews`;
  const back = `${base}/${interview.code}/participants`;
  const name = [participant.code, participant.shown && one(participant.shown)].filter(Boolean).join(" ");
  return (
    <ConfirmPage
      title={t("title", { name })}
      crumbs={[
        { label: titles("title"), href: base },
        { label: interview.code, href: `${base}/${interview.code}` },
        { label: agreement("crumb"), href: back },
        { label: t("crumb") },
      ]}
      consequences={useConsequences(slug, page)}
      hidden={{ version: kept.value("version", String(participant.version)) }}
      act={t("act", { code: participant.code })}
      danger
      cancelHref={back}
      errors={kept.summary}
    >
      <DateField name="withdrawnOn" label={t("on")} value={kept.value("withdrawnOn", today)} error={kept.error("withdrawnOn")} />
      <TextArea
        name="withdrawnReason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        value={kept.value("withdrawnReason")}
        error={kept.error("withdrawnReason")}
        optional
      />
      <Checkbox name="sure" label={t("sure")} checked={kept.value("sure") === "yes"} error={kept.error("sure")} />
    </ConfirmPage>
  );
}

function useConsequences(
  slug: string,
  { answers, files, statements, grounds, sections, editions, interview, languages }: Withdrawal,
): ReactNode[] {
  const t = useTranslations("interviews.withdrawal");
  const language = useLanguage();
  const base = `/assessments/${slug}`;
  const listed = (links: readonly { href: string; label: string }[]) =>
    links.map(({ href, label }, place) => (
      <span key={href}>
        {place > 0 && ", "}
        <Link to={href}>{label}</Link>
      </span>
    ));
  const answerHref = (code: string) => `${base}/interviews/${interview.code}#q${readAnswerCode(code).number}`;
  return [
    <>
      {t("answers", { count: answers.length })} {listed(answers.map(({ code }) => ({ href: answerHref(code), label: code })))}
    </>,
    statements.length > 0 && (
      <>
        {t("statements", { count: statements.length })}{" "}
        {listed(statements.map((code) => ({ href: `${base}/statements/${code}`, label: code })))}
      </>
    ),
    grounds > 0 && t("grounds", { count: grounds }),
    sections.length > 0 && (
      <>
        {t("sections", { count: sections.length })}{" "}
        {listed(
          sections.map(({ code, heading }) => ({
            href: `${base}/sections/${code}`,
            label: `${code} ${textIn(heading, language, languages)}`,
          })),
        )}
      </>
    ),
    editions.length > 0 && (
      <>
        {t("editions", { count: editions.length })}{" "}
        {listed(editions.map((one) => ({ href: `${base}/editions/${one.number}`, label: t("edition", { number: one.number }) })))}
      </>
    ),
    t("notes"),
    files > 0 && t("files", { count: files }),
    t("name"),
    t("final"),
  ].filter((one) => one !== false);
}
