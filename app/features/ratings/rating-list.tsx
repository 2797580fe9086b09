import { useTranslations } from "use-intl";
import { GroundChips } from "~/ui/ground-chips";
import { useLanguage } from "~/ui/intl";
import { number } from "~/ui/format";
import { ScaleTrack } from "~/ui/scale-track";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { EarlierWording } from "./earlier-wording";
import type { ShownCriterion, ShownJudgement } from "./read-subject-ratings.server";

export interface RatingListProps {
  criteria: readonly ShownCriterion[];
  /** The address of the assessment. */
  base: string;
  /** The level of the headings of the criteria. */
  heading: "h3" | "h2";
  /** What stands below a criterion: the form for its agreed value. */
  below?: (criterion: ShownCriterion) => React.ReactNode;
}

/** How one subject stands on each criterion: the raters on the scale, the value that counts with its reason, and what it rests on. */
export function RatingList({ criteria, base, heading, below }: RatingListProps) {
  return (
    <ol className="rts">
      {criteria.map((criterion) => (
        <li className="rt" key={criterion.id} id={criterion.code}>
          <CriterionHead criterion={criterion} as={heading} />
          <CriterionBody criterion={criterion} base={base} />
          {below?.(criterion)}
        </li>
      ))}
    </ol>
  );
}

function CriterionHead({ criterion, as: Heading }: { criterion: ShownCriterion; as: "h3" | "h2" }) {
  const t = useTranslations("ratings");
  const { state, round, ratings } = criterion;
  const isAlone = round?.raters === 1;
  return (
    <div className="row top">
      <Heading>
        <span className="num faint">{criterion.code}</span> {criterion.title}
      </Heading>
      <span className="push">
        {state === "unrated" || (isAlone && state !== "blind" && ratings.length === 0) ? (
          <span className="small soft">{t("unrated")}</span>
        ) : isAlone ? (
          <span className="small soft">{t(state === "blind" ? "oneRaterOpen" : "oneRater")}</span>
        ) : (
          <StatusTag state={state} detail={state === "blind" && round ? `${round.sent}/${round.raters}` : undefined} />
        )}
      </span>
    </div>
  );
}

function CriterionBody({ criterion, base }: { criterion: ShownCriterion; base: string }) {
  const t = useTranslations("ratings");
  const { state, counting, ratings, round } = criterion;
  if (state === "unrated") return <Again criterion={criterion} />;
  if (state === "blind") {
    return (
      <p className="small soft">
        {round?.raters === 1 ? t("untilSent") : t("blindUntil", { sent: round?.sent ?? 0, raters: round?.raters ?? 0 })}
        {round?.mine && ` ${t(round.mine.sentAt ? "mineSent" : "mineOpen")}`}
      </p>
    );
  }
  return (
    <>
      <Again criterion={criterion} />
      <EarlierWording criterion={criterion} />
      <Values criterion={criterion} />
      {counting && <Counting judgement={counting} base={base} several={ratings.length > 1} names={criterion} />}
      {ratings.length > 1 && (
        <details className="more" open={state === "differs"}>
          <summary>{t("ownJustifications", { letters: ratings.map(({ letter }) => letter).join(", ") })}</summary>
          {ratings.map((rating) => (
            <div key={rating.id} className="stack">
              <p className="small strong">
                {rating.letter} · <bdi>{rating.by}</bdi> · <ValueWords judgement={rating} />
              </p>
              <Reason judgement={rating} base={base} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** That a blind round judges it anew, how many of its raters have sent, and whether one has oneself. */
function Again({ criterion: { again } }: { criterion: ShownCriterion }) {
  const t = useTranslations("ratings");
  if (!again) return null;
  return (
    <p className="small soft">
      {t("again", { number: again.number, sent: again.sent, raters: again.raters })}
      {again.mine && ` ${t(again.mine.sentAt ? "mineSent" : "mineOpen")}`}
    </p>
  );
}

/** The raters on an ordered scale of levels; on another kind of scale, and for answers without a level, in words. */
function Values({ criterion: { scale, counting, ratings } }: { criterion: ShownCriterion }) {
  const levels = scale?.levels.flatMap(({ mark, label }) => (mark === null ? [] : [{ value: mark, label }])) ?? [];
  const numbered = ratings.filter((rating) => rating.number !== null);
  const onTrack = levels.length > 0 && levels.length <= 11 && (numbered.length > 0 || counting?.number != null);
  const inWords = onTrack ? ratings.filter((rating) => rating.number === null) : ratings;
  return (
    <>
      {onTrack && (
        <ScaleTrack
          levels={levels}
          agreed={counting?.number == null ? undefined : String(counting.number)}
          raters={
            numbered.length > 1 || !counting ? numbered.map((rating) => ({ letter: rating.letter, value: String(rating.number) })) : []
          }
        />
      )}
      {counting && (!onTrack || counting.number === null) && (
        <p className="strong">
          <ValueWords judgement={counting} />
        </p>
      )}
      {inWords.length > 1 && (
        <p className="small soft row wrap">
          {inWords.map((rating) => (
            <span key={rating.id}>
              {rating.letter} <ValueWords judgement={rating} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** A value in words: number and label, or the one that there is. */
export function ValueWords({
  judgement: { number: value, label, value: key },
}: {
  judgement: Pick<ShownJudgement, "number" | "label" | "value">;
}) {
  const language = useLanguage();
  const words = [value === null ? "" : number(value, language), label].filter(Boolean).join(" ");
  return <>{words || key}</>;
}

function Counting({
  judgement,
  base,
  several,
  names,
}: {
  judgement: ShownJudgement;
  base: string;
  several: boolean;
  names: ShownCriterion;
}) {
  const t = useTranslations("ratings");
  return (
    <>
      <Reason judgement={judgement} base={base} />
      {several && names.state === "reconciled" && (
        <p className="small soft">
          {judgement.method && `${t(`ways.${judgement.method}`)} · `}
          <bdi>{judgement.by}</bdi>, <Time at={judgement.at} as="long" />
        </p>
      )}
      {judgement.dissent.map(({ userId, reason }) => (
        <p className="small" key={userId}>
          <b>{t("dissent", { letter: names.ratings.find(({ rater }) => rater === userId)?.letter ?? "" })}</b> {reason}
        </p>
      ))}
    </>
  );
}

/** Why, and on what it rests. */
export function Reason({ judgement, base }: { judgement: ShownJudgement; base: string }) {
  const t = useTranslations("ratings");
  return (
    <>
      <p className="quote prewrap" lang={judgement.lang}>
        {judgement.text}
      </p>
      <GroundChips grounds={judgement.grounds} base={base}>
        {judgement.ownExpertise && <span className="small soft">{t("ownExpertise")}</span>}
        {judgement.ownStatement && <StatusTag state="own-statement" />}
      </GroundChips>
    </>
  );
}
