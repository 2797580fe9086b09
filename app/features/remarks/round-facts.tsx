import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { Sheet } from "~/ui/sheet";
import { useTimeText } from "~/ui/time";
import type { RemarksShown } from "./load-remarks.server";
import { LocalWords } from "./remark-item";

/** How the round of remarks on an edition stands, and for the lead the way to change that. */
export function RoundFacts({ path, round, mayManage }: { path: string; round: RemarksShown["round"]; mayManage: boolean }) {
  const t = useTranslations("remarks.round");
  return (
    <Sheet title={t("state")}>
      <div className="stack">
        {round ? <RoundState round={round} /> : <p className="soft">{t("none")}</p>}
        {round && <LocalWords text={round.note} />}
        {mayManage && (
          <div>
            <ButtonLink to={`${path}/remarks/round`} icon="comment" size="small">
              {t(round ? "manage" : "open")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Sheet>
  );
}

function RoundState({ round }: { round: NonNullable<RemarksShown["round"]> }) {
  const t = useTranslations("remarks.round");
  const time = useTimeText();
  if (round.closedAt) return <p className="strong">{t("isClosed", { day: time(round.closedAt, "long") })}</p>;
  const day = round.dueOn === null ? "" : time(round.dueOn, "long");
  return <p className="strong">{t(round.isLate ? "isLate" : "isOpen", { day })}</p>;
}
