import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { canMoveRound } from "~/domain/moves/round";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { GroundSearch } from "~/ui/ground-search";
import { JumpList } from "~/ui/jump-list";
import { ErrorSummary } from "~/ui/error-summary";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";
import { type Asked, Given, Translations } from "./given-rating";
import { RateForm } from "./rate-form";
import type { ShownRatePage } from "./read-rate-page.server";
import { SubjectSteps } from "./subject-steps";

export interface RatePageProps {
  page: ShownRatePage;
  /** The list that leads here. */
  list: { label: string; href: string };
  /** The page on which another subject of the round is judged. */
  rateHref: (code: string) => string;
  /** Where the ratings of this subject can be read once they are open; none for a kind without such a page. */
  ratingsHref?: string;
  base: string;
  problem: FormProblem | undefined;
}

/** One subject, every criterion of the round: what the rater gave, or the forms to give it; beside them how far she is and the search for grounds. */
export function RatePage({ page, list, rateHref, ratingsHref, base, problem }: RatePageProps) {
  const t = useTranslations("ratings");
  const kept = useKept(problem, "rate");
  const { round, subject, criteria, progress } = page;
  const mayRate = canMoveRound(round.state, "rate") && round.mine?.sentAt === null;
  const refused = criteria.find(({ id }) => id === kept.value("criterion"));
  const errors = kept.summary.map(({ field, name, message }) => ({
    message,
    name: refused && name && `${name} (${refused.code})`,
    id: field === "grounds" ? "grounds-error" : `f-${refused?.code ?? ""}-${field}`,
  }));
  return (
    <>
      <PageHead
        title={<bdi>{subject.name}</bdi>}
        crumbs={[{ label: list.label, href: list.href }, { label: subject.code }, { label: t("rate") }]}
        lede={subject.about || undefined}
        meta={
          <>
            <MetaFact icon="matrix">{t("inRound", { number: round.number, title: round.title })}</MetaFact>
            <MetaFact>{t("progress", progress)}</MetaFact>
            {round.dueOn && mayRate && <Due dueOn={round.dueOn} late={round.late} />}
            {round.mine?.sentAt && <StatusTag state="sent" />}
          </>
        }
        acts={<Acts page={page} rateHref={rateHref} base={base} mayRate={mayRate} />}
      />
      <ErrorSummary errors={errors} />
      {!mayRate && <SentNotice page={page} href={ratingsHref} />}
      <MainAside label={t("beside")} aside={<Beside page={page} rateHref={rateHref} mayRate={mayRate} />}>
        {criteria.map((asked) => (
          <CriterionSheet
            key={asked.id}
            asked={asked}
            page={page}
            base={base}
            mayRate={mayRate}
            kept={refused?.id === asked.id ? kept : undefined}
          />
        ))}
        <SubjectSteps subjects={page.subjects} current={subject.code} rateHref={rateHref} />
      </MainAside>
    </>
  );
}

/** What became of a round that one can't rate in any more: it waits for others, or its ratings are open. */
function SentNotice({ page: { round, subject }, href }: Pick<RatePageProps, "page"> & { href: string | undefined }) {
  const t = useTranslations("ratings");
  if (canMoveRound(round.state, "rate")) {
    return (
      <Notice tone="base" title={t("sentTitle")}>
        {t(round.raters > 1 ? "sentHint" : "sentHintOne")}
      </Notice>
    );
  }
  return (
    <Notice tone="base" title={t("openedTitle")}>
      {t("openedHint")} {href && <Link to={href}>{t("openedLink", { code: subject.code })}</Link>}
    </Notice>
  );
}

/** The day by which the own ratings are asked for, and that it has passed. */
function Due({ dueOn, late }: { dueOn: string; late: boolean }) {
  const t = useTranslations("ratings");
  const day = useTimeText()(dueOn, "long");
  return late ? (
    <span className="row">
      <StatusTag state="late" /> {t("lateYou", { day })}
    </span>
  ) : (
    <MetaFact icon="calendar">{t("dueBy", { day })}</MetaFact>
  );
}

interface CriterionSheetProps extends Pick<RatePageProps, "page" | "base"> {
  asked: Asked;
  mayRate: boolean;
  kept: Kept | undefined;
}

/** One criterion with its anchors: the form to judge by it, or what was given. */
function CriterionSheet({ asked, page, base, mayRate, kept }: CriterionSheetProps) {
  const t = useTranslations("ratings");
  const { round, subject, found, languages, mayOwnExpertise } = page;
  const title = (
    <>
      <span className="num faint">{asked.code}</span> {asked.title}
    </>
  );
  return (
    <Sheet id={asked.id} title={title} intro={asked.description || undefined} aside={asked.filled && <StatusTag state="judged" />}>
      {asked.reworded && <p className="small soft">{t("rewordedWhileBlind")}</p>}
      {mayRate ? (
        <RateForm
          key={`${round.id}/${subject.id}`}
          place={`${base}/${round.id}/${subject.id}`}
          asked={asked}
          found={found}
          languages={languages}
          mayOwnExpertise={mayOwnExpertise}
          kept={kept}
        />
      ) : (
        <Given asked={asked} base={base} />
      )}
      {asked.mine && languages.length > 1 && <Translations asked={asked} languages={languages} />}
    </Sheet>
  );
}

function Acts({ page, rateHref, base, mayRate }: Pick<RatePageProps, "page" | "rateHref" | "base"> & { mayRate: boolean }) {
  const t = useTranslations("ratings");
  const sheets = useTranslations("sheets");
  const { round, next, progress } = page;
  if (!mayRate) return null;
  const isFull = progress.done === progress.total;
  return (
    <>
      <ButtonLink to={`${base}/actors/rounds/${round.number}/sheet`} variant="quiet">
        {sheets("rateInSheet")}
      </ButtonLink>
      {next && <ButtonLink to={rateHref(next)}>{t("next", { code: next })}</ButtonLink>}
      <ButtonLink to={`${base}/actors/rounds/${round.number}/send`} variant={isFull ? "primary" : "plain"}>
        {t("sendRound")}
      </ButtonLink>
    </>
  );
}

function Beside({ page, rateHref, mayRate }: Pick<RatePageProps, "page" | "rateHref"> & { mayRate: boolean }) {
  const t = useTranslations("ratings");
  const { subject, subjects, find, found } = page;
  const items = subjects.map(({ code, title, filled }, place) => ({
    number: String(place + 1),
    title: `${code} ${title}`,
    href: rateHref(code),
    state: filled ? ("answered" as const) : ("open" as const),
    current: code === subject.code,
  }));
  return (
    <>
      {mayRate && <GroundSearch find={find} count={found.length} />}
      <JumpList label={t("subjects")} done={subjects.filter(({ filled }) => filled).length} total={subjects.length} parts={[{ items }]} />
    </>
  );
}
