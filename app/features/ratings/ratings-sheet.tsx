import { useTranslations } from "use-intl";
import { canMoveRound } from "~/domain/moves/round";
import type { PictureContent } from "~/domain/pictures/content";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { PictureFigure } from "~/ui/picture-figure";
import { Sheet } from "~/ui/sheet";
import { RatingList } from "./rating-list";
import { ReconcileForm } from "./reconcile-form";
import { reconcilePath } from "./reconcile-path";
import type { ShownCriterion } from "./read-subject-ratings.server";

export interface RatingsSheetProps {
  criteria: readonly ShownCriterion[];
  languages: readonly string[];
  base: string;
  kind: JudgedSubject;
  code: string;
  mayReconcile: boolean;
  /** The subject beside all others; null where nothing of it was rated. */
  profile?: PictureContent | null;
}

/** The ratings of one subject on its page, with its profile beside all others and with the folded form for the agreed value of a difference. */
export function RatingsSheet({ criteria, languages, base, kind, code, mayReconcile, profile }: RatingsSheetProps) {
  const t = useTranslations("ratings");
  const kept = useKept(undefined, "reconcile");
  return (
    <Sheet title={t("ratings")} id="ratings" className="one" flush>
      {criteria.length === 0 && <p className="body soft">{t("noCriteria")}</p>}
      {profile && (
        <div className="body">
          <PictureFigure
            content={profile}
            languages={languages}
            base={base}
            name="profile"
            query={new URLSearchParams({ actor: code }).toString()}
          />
        </div>
      )}
      <RatingList
        criteria={criteria}
        base={base}
        heading="h3"
        below={(criterion) =>
          mayReconcile && (
            <ReconcileForm
              criterion={criterion}
              languages={languages}
              kept={kept}
              open={false}
              action={base + reconcilePath({ kind, criterion: criterion.code, round: criterion.round?.number ?? null, subject: { code } })}
            />
          )
        }
      />
    </Sheet>
  );
}

/** The way to the forms of whoever rates this subject and has not sent yet. */
export function RateLink({ criteria, path }: { criteria: readonly ShownCriterion[]; path: string }) {
  const t = useTranslations("ratings");
  const waiting = criteria
    .flatMap(({ round, again }) => [round, again])
    .find((round) => round?.mine?.sentAt === null && canMoveRound(round.state, "rate"));
  if (!waiting) return null;
  return (
    <ButtonLink to={`${path}/rate?round=${waiting.number}`} variant="primary">
      {t("rateNow")}
    </ButtonLink>
  );
}
