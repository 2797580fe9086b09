import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { strictestOf } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import { useLanguage } from "~/ui/intl";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { SavedIndicator, type SaveStatus } from "~/ui/saved-indicator";
import { StatusTag } from "~/ui/status-tag";
import { Time, useTimeText } from "~/ui/time";
import { FactCheckFact } from "./fact-check-parts";
import { useIntervieweeLabels } from "./interviewee-label";
import { StateReason } from "./state-reason";
import type { InterviewPage } from "./load-interview.server";
import { FirstMove } from "./moves-sheet";

/** The head of an interview: its title, state, day, those who hold it, and what was agreed. */
export function InterviewHead({ slug, page }: { slug: string; page: InterviewPage }) {
  const t = useTranslations("interviews");
  const language = useLanguage();
  const { all } = useIntervieweeLabels(page.languages);
  const { interview, participants } = page;
  const base = `/assessments/${slug}/interviews`;
  const title = textIn(interview.title, language, page.languages) || all(participants.map(({ shown }) => shown));
  const day = interview.heldOn ?? interview.plannedOn;
  return (
    <PageHead
      crumbs={[{ label: t("title"), href: base }, { label: interview.code }]}
      title={title === "" ? t("nameless", { code: interview.code }) : t("named", { code: interview.code, title })}
      meta={
        <>
          <StatusTag state={interview.archived ? "archived" : interview.state} />
          <StateReason state={interview.state} stateReason={interview.stateReason} />
          {day && (
            <MetaFact icon="calendar">
              <Time at={day} as="weekday" />
              {interview.mode && `, ${t(`modes.${interview.mode as "video"}`)}`}
            </MetaFact>
          )}
          {interview.interviewers.length > 0 && (
            <MetaFact icon="team">{interview.interviewers.map(({ name }) => name).join(", ")}</MetaFact>
          )}
          <FactCheckFact page={page} base={base} />
          <Consent page={page} base={base} />
        </>
      }
      acts={<FirstMove page={page} />}
    />
  );
}

/** What was agreed with those whose consent stands, and of whom it was withdrawn and when. */
function Consent({ page: { interview, participants }, base }: { page: InterviewPage; base: string }) {
  const t = useTranslations("interviews");
  const levels = useTranslations("interviewees.levels");
  const time = useTimeText();
  const standing = participants.filter(({ withdrawnAt }) => withdrawnAt === null);
  const level = levels(strictestOf(standing.map(({ attribution }) => attribution)));
  const quote = t(standing.length > 0 && standing.every(({ mayQuote }) => mayQuote) ? "quoteYes" : "quoteNo");
  const withdrawn = participants.flatMap(({ code, withdrawnAt }) =>
    withdrawnAt === null ? [] : [t("consentWithdrawn", { code, on: time(withdrawnAt, "long") })],
  );
  const agreed = standing.length === 0 && withdrawn.length > 0 ? [] : [`${level}, ${quote}`];
  return (
    <MetaFact icon="lock">
      <Link to={`${base}/${interview.code}/participants`}>{t("consent")}</Link>: {[...agreed, ...withdrawn].join("; ")}
    </MetaFact>
  );
}

/** What became of the latest change of an interview that is being written down. */
export function InterviewSaved({ page, status }: { page: InterviewPage; status: SaveStatus }) {
  return page.may.record || page.may.note ? <SavedIndicator status={shownStatus(page, status)} /> : null;
}

/** What became of the latest change, with the number of changes of the whole interview as its version. */
function shownStatus({ answers, interview }: InterviewPage, status: SaveStatus): SaveStatus {
  if (status.state === "saved") return { ...status, version: interview.changes };
  if (status.state !== "idle") return status;
  const latest = answers.map(({ at }) => at).reduce<Date | undefined>((newest, at) => (newest && newest > at ? newest : at), undefined);
  return latest ? { state: "saved", at: latest, version: interview.changes } : status;
}
