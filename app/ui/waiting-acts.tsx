import { useTranslations } from "use-intl";
import { AutosaveNotice } from "./autosave-notice";
import { Button } from "./button";
import type { LaneAct } from "./lane-acts";
import { Notice } from "./notice";
import type { LaneForm } from "./use-lane-acts";

export interface WaitingActsProps {
  lane: Pick<LaneForm, "acts" | "again" | "drop">;
  /** The field whose words tell one from the other. */
  field?: string;
  lang?: string | undefined;
}

/** What a form was sent for and has not arrived yet: its words, and what stands in the way. Nothing while nothing waits. */
export function WaitingActs({ lane, field, lang }: WaitingActsProps) {
  const shown = lane.acts.filter(({ status }) => field !== undefined || isHeldUp(status));
  if (shown.length === 0) return null;
  return (
    <ul className="waiting-acts stack">
      {shown.map((act) => (
        <li key={act.name} className="stack">
          {field !== undefined && (
            <span className="keep-lines" lang={lang}>
              {act.entries.find(([name]) => name === field)?.[1]}
            </span>
          )}
          <WaitingAct act={act} lane={lane} />
        </li>
      ))}
    </ul>
  );
}

const isHeldUp = ({ state }: LaneAct["status"]) => state !== "idle" && state !== "saving";

function WaitingAct({ act, lane }: Pick<WaitingActsProps, "lane"> & { act: LaneAct }) {
  const t = useTranslations("ui.waiting");
  const again = () => lane.again(act);
  const { state } = act.status;
  if (state !== "refused" && state !== "conflict") return <AutosaveNotice autosave={{ status: act.status, draft: undefined, again }} />;
  return (
    <Notice tone="stale" title={t("refusedTitle")} live className="kept">
      <p>{t("refused")}</p>
      <p className="row wrap">
        <Button type="button" size="small" onClick={again}>
          {t("again")}
        </Button>
        <Button type="button" size="small" variant="quiet" onClick={() => lane.drop(act)}>
          {t("drop")}
        </Button>
      </p>
    </Notice>
  );
}
