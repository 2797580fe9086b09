import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { RemarksShown } from "./load-remarks.server";
import { RoundWords } from "./remarks-bar";
import { LocalWords } from "./remark-item";

/** On the first page of the reading room: what is asked of the readers of the newest edition. */
export function HallRemarks({ round, path, drafts }: { round: NonNullable<RemarksShown["round"]>; path: string; drafts: number }) {
  const t = useTranslations("remarks");
  return (
    <div className="stack">
      <p className="strong">
        <RoundWords round={round} />
      </p>
      {round.mayRemark && <LocalWords text={round.note} />}
      <p className="row wrap small">
        <Link to={`${path}/remarks`}>{t("all")}</Link>
        {drafts > 0 && <span className="soft">{t("draftsElsewhere", { count: drafts })}</span>}
      </p>
    </div>
  );
}
