import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Sheet } from "~/ui/sheet";
import { RatingList } from "./rating-list";
import type { readCell } from "./reconcile-cell.server";
import { ReconcileForm } from "./reconcile-form";

/** One difference: what each rater gave and why, and the form for the agreed value. */
export function ReconcileCell({
  cell,
  languages,
  base,
  kept,
}: {
  cell: Awaited<ReturnType<typeof readCell>>;
  languages: readonly string[];
  base: string;
  kept: Kept;
}) {
  const t = useTranslations("ratings");
  const action = `${base}/actors/reconcile?cell=${cell.subject.code}:${cell.criterion}&of=${cell.kind}`;
  return (
    <Sheet title={t("ratings")} className="one" flush>
      <RatingList
        criteria={[cell.shown]}
        base={base}
        heading="h3"
        below={(criterion) => <ReconcileForm criterion={criterion} languages={languages} kept={kept} open action={action} />}
      />
    </Sheet>
  );
}
