import { useTranslations } from "use-intl";
import { factCheckState } from "~/domain/fact-check/state";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { StatusTag } from "~/ui/status-tag";
import type { MadeShown } from "./act-on-fact-check.server";
import { LinkSheet } from "./link-sheet";
import type { FactCheckLoaded } from "./load-fact-check.server";
import { RepliesSheet } from "./replies-sheet";

interface FactCheckPageProps {
  slug: string;
  page: FactCheckLoaded;
  made: MadeShown | undefined;
  kept: Kept;
  /** The questions that stood in the way of a link. */
  open: readonly string[] | undefined;
}

/** The fact check of an interview: who gets the record until when, and what came back. */
export function FactCheckPage({ slug, page, made, kept, open }: FactCheckPageProps) {
  const t = useTranslations("factCheck");
  const interviews = useTranslations("interviews");
  const language = useLanguage();
  const { interview, participants, counts, replies } = page;
  const base = `/assessments/${slug}/interviews`;
  const title = textIn(interview.title, language, page.languages);
  const questions = (open ?? []).map((code) => ({ message: interviews("fillIn", { code }), id: undefined }));
  return (
    <>
      <PageHead
        title={t("title", { code: interview.code })}
        lede={title === "" ? t("lede") : `${title}. ${t("lede")}`}
        crumbs={[
          { label: interviews("title"), href: base },
          { label: interview.code, href: `${base}/${interview.code}` },
          { label: t("crumb") },
        ]}
        meta={counts.by.map(({ status, count }) => (
          <StatusTag key={status} state={factCheckState(status)} detail={t("of", { count, total: counts.total })} />
        ))}
      />
      <ErrorSummary errors={kept.summary} />
      {questions.length > 0 && <ErrorSummary title={t("openQuestions")} errors={questions} live={false} />}
      <div className="gap">
        {!interview.held && <Notice>{t("notHeld")}</Notice>}
        {page.rules.offer === "never" && <Notice>{t("never")}</Notice>}
        {page.open.length > 0 && page.rules.offer !== "never" && !open && (
          <Notice tone="stale" title={t("openQuestions")}>
            {t("openList", { codes: page.open.join(", ") })} <a href={`${base}/${interview.code}`}>{t("toRecord")}</a>
          </Notice>
        )}
        {page.unconsented.length > 0 && page.rules.offer !== "never" && (
          <Notice tone="stale" icon="lock" title={t("noConsent", { codes: page.unconsented.join(", ") })}>
            {t("noConsentWhy")} <a href={`${base}/${interview.code}/participants`}>{t("toConsent")}</a>
          </Notice>
        )}
        {replies.length > 0 && <RepliesSheet slug={slug} page={page} kept={kept} />}
        {participants.length === 0 && <p className="soft">{t("nobody")}</p>}
        {participants.map((participant) => (
          <LinkSheet
            key={participant.id}
            slug={slug}
            page={page}
            participant={participant}
            made={made?.participantId === participant.id ? made : undefined}
            kept={kept.value("participantId") === participant.id ? kept : undefined}
          />
        ))}
      </div>
    </>
  );
}
