import { useTranslations } from "use-intl";
import { canMoveRound, isAbandoned, lookOfRound } from "~/domain/moves/round";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time, useTimeText } from "~/ui/time";
import { AgreementLine } from "./agreement-line";
import { OpenForm } from "./open-form";
import type { ShownRound, ShownRoundForm } from "./queries.server";
import { ratePath } from "./rate-path";
import type { ToldHeadline, ToldHeadlines } from "./read-agreement.server";
import { RoundForms } from "./round-forms";
import { RoundSubjects } from "./round-subjects";

export interface RoundsPageProps {
  rounds: readonly ShownRound[];
  /** What opening a round takes; null for whoever may not. */
  form: ShownRoundForm | null;
  languages: readonly string[];
  /** How far the raters of each opened round agree, by its number. */
  headlines: ToldHeadlines;
  base: string;
  problem: FormProblem | undefined;
}

/** The rounds of a study, newest first, each with how far it is; below them, for the lead, the form to open another. */
export function RoundsPage({ rounds, form, languages, headlines, base, problem }: RoundsPageProps) {
  const t = useTranslations("rounds");
  const kept = useKept(problem, "open-round");
  return (
    <div className="gap">
      {rounds.length === 0 && (
        <Sheet title={t("list")}>
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        </Sheet>
      )}
      {rounds.map((round) => (
        <RoundSheet key={round.id} round={round} headline={headlines[round.number]} form={form} base={base} problem={problem} />
      ))}
      {form && <OpenForm form={form} languages={languages} kept={kept} base={base} />}
    </div>
  );
}

interface RoundSheetProps extends Pick<RoundsPageProps, "form" | "base" | "problem"> {
  round: ShownRound;
  headline: ToldHeadline | null | undefined;
}

function RoundSheet({ round, headline, form, base, problem }: RoundSheetProps) {
  const t = useTranslations("rounds");
  const raters = round.raters.length;
  const facts = [
    { term: t("subjects"), value: <RoundSubjects round={round} /> },
    { term: t("criteria"), value: round.criteria.join(", ") },
    { term: t("raters"), value: round.raters.map(({ name }) => name).join(", ") },
    { term: t("sent"), value: raters > 1 ? t("sentOf", { sent: round.sent, raters }) : t("sentByOne", { sent: round.sent }) },
    ...(canMoveRound(round.state, "send") && round.dueOn ? [{ term: t("due"), value: <Due round={round} dueOn={round.dueOn} /> }] : []),
  ];
  return (
    <Sheet
      title={
        <>
          {t("round", { number: round.number })}: <bdi>{round.title}</bdi>
        </>
      }
      id={`round-${round.number}`}
      aside={<StatusTag state={lookOfRound(round.state, round.left, raters, round.settled)} />}
    >
      <DefinitionList facts={facts} wide />
      <Waiting round={round} />
      {isAbandoned(round.state) && <p className="soft">{t("abandonedHint")}</p>}
      <AgreementLine headline={headline} href={`${base}/actors/rounds/${round.number}/agreement`} />
      <RoundActs round={round} base={base} />
      {form && <RoundForms round={round} people={form.people} problem={problem} />}
    </Sheet>
  );
}

/** The day by which raters are asked to send; once it has passed how many are late, and whether one is oneself. */
function Due({ round, dueOn }: { round: ShownRound; dueOn: string }) {
  const t = useTranslations("rounds");
  const day = useTimeText()(dueOn, "long");
  if (!round.late) return <Time at={dueOn} as="long" />;
  const isMine = round.mine !== null && round.mine.sentAt === null;
  return (
    <span className="row wrap">
      <StatusTag state="late" />
      <span>{isMine ? t("youAreLate", { day }) : t("late", { day })}</span>
      <span className="soft">{t("lateRaters", { count: round.raters.length - round.sent })}</span>
    </span>
  );
}

/** For whoever may do something about it: whom the round waits for, and who of them can't rate any more. */
function Waiting({ round: { waiting } }: { round: ShownRound }) {
  const t = useTranslations("rounds");
  if (waiting.length === 0) return null;
  const gone = waiting.filter((rater) => rater.gone);
  return (
    <>
      <p className="soft">{t("waitsFor", { names: waiting.map(({ name }) => name).join(", ") })}</p>
      {gone.length > 0 && (
        <Notice tone="stale" title={t("goneTitle")}>
          {t("goneHint", { names: gone.map(({ name }) => name).join(", ") })}
        </Notice>
      )}
    </>
  );
}

/** What this person can do in a round: judge the next subject, send, or agree on what is left. */
function RoundActs({ round, base }: { round: ShownRound; base: string }) {
  const t = useTranslations("rounds");
  const { mine, state, left, next } = round;
  const maySend = mine !== null && !mine.sentAt && canMoveRound(state, "send");
  if (next === null && left === 0 && !maySend && !mine?.sentAt) return null;
  return (
    <p className="row wrap acts">
      {next !== null && (
        <ButtonLink to={base + ratePath(round, next)} variant="primary">
          {t("rate")}
        </ButtonLink>
      )}
      {maySend && <ButtonLink to={`${base}/actors/rounds/${round.number}/send`}>{t("send")}</ButtonLink>}
      {left > 0 && <ButtonLink to={`${base}/actors/reconcile?round=${round.number}`}>{t("closeLeft", { count: left })}</ButtonLink>}
      {mine?.sentAt && <StatusTag state="sent" detail={t("yours")} />}
    </p>
  );
}
