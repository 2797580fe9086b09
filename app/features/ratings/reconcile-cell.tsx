import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { EarlierWording } from "./earlier-wording";
import { Reason, ValueWords } from "./rating-list";
import type { ShownCell } from "./reconcile-cell.server";
import { ReconcileForm } from "./reconcile-form";
import { reconcilePath } from "./reconcile-path";

export interface ReconcileCellProps {
  cell: ShownCell;
  languages: readonly string[];
  base: string;
  kept: Kept;
}

/** One difference: side by side what each rater gave, why and on what grounds, and below them the form for the agreed value. */
export function ReconcileCell({ cell, languages, base, kept }: ReconcileCellProps) {
  const t = useTranslations("ratings");
  const { shown, withNames } = cell;
  const path = base + reconcilePath(cell);
  return (
    <Sheet
      title={
        <>
          <span className="num faint">{shown.code}</span> {shown.title}
        </>
      }
      intro={shown.description || undefined}
      aside={shown.state !== "unrated" && <StatusTag state={shown.state} />}
      className="one"
    >
      <EarlierWording criterion={shown} />
      {shown.ratings.length > 0 && (
        <p>
          <Link to={withNames ? path : `${path}&names=yes`} preventScrollReset replace>
            {t(withNames ? "hideNames" : "showNames")}
          </Link>
        </p>
      )}
      <ol className="sides" aria-label={t("given")}>
        {shown.ratings.map((rating) => (
          <li key={rating.id} className="stack">
            <p className="strong">
              <span className="letter">{rating.letter}</span> {rating.by && <bdi>{rating.by}</bdi>}
            </p>
            <p className="strong">
              <ValueWords judgement={rating} />
            </p>
            <Reason judgement={rating} base={base} />
          </li>
        ))}
      </ol>
      <ReconcileForm criterion={shown} languages={languages} kept={kept} open action={withNames ? `${path}&names=yes` : path} />
    </Sheet>
  );
}
