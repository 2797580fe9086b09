import { useTranslations } from "use-intl";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { useTimeText } from "~/ui/time";
import type { ImportMeanwhile, MeanwhileDecision } from "./import-meanwhile.server";
import type { ShownImport, ShownRecord } from "./import-queries.server";

/** What became of an import while a form on its page was filled, and which records to look at before saving again. */
export function MeanwhileNotice({ meanwhile, found }: { meanwhile: ImportMeanwhile; found: ShownImport }) {
  const t = useTranslations("imports.meanwhile");
  const time = useTimeText();
  const { by, at, decisions } = meanwhile;
  const happened = found.importedAt ? "taken" : found.begun ? "begun" : found.mayTake ? "changed" : "discarded";
  const marked = decisions.filter(({ from }) => from !== (found.mayDecide ? "mine" : "theirs"));
  return (
    <Notice tone="stale" title={t(happened, { who: by ?? t("someone"), time: at ? time(at, "clock") : "" })} live>
      <p>{t(!found.mayDecide ? "tooLate" : decisions.length > 0 ? "check" : "look")}</p>
      {marked.length > 0 && (
        <p className="row wrap">
          {marked.map(({ place }) => (
            <a key={place} href={`#record-${place}`}>
              {t("record", { place })}
            </a>
          ))}
        </p>
      )}
    </Notice>
  );
}

interface RecordMeanwhileProps {
  held: MeanwhileDecision;
  /** Who decided otherwise; null where nobody is known. */
  by: string | null;
  /** Whether it can still be decided. */
  open: boolean;
  nameOf: (decision: ShownRecord["decision"]) => string;
}

/** What was chosen for a record beside what somebody else decided on it meanwhile. */
export function RecordMeanwhile({ held, by, open, nameOf }: RecordMeanwhileProps) {
  const t = useTranslations("imports.meanwhile");
  const { from, theirs, mine } = held;
  if (!open && from === "theirs") return null;
  const told = open ? ({ both: "both", theirs: "theirs", mine: "unsaved" } as const)[from] : "notKept";
  return (
    <p className="small row top">
      <Icon name="rotate" />
      <span>{t(`decision.${told}`, { who: by ?? t("someone"), theirs: nameOf(theirs), mine: nameOf(mine) })}</span>
    </p>
  );
}
