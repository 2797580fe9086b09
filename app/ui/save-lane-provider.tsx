import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Notice } from "./notice";
import { useReturn } from "./use-return";
import { makeSaveLane, type SaveLane } from "./save-lane";

const LaneContext = createContext<SaveLane | null>(null);

const patience = 15_000;

/** Lets the forms inside be sent one after the other, and says how many are kept on this device until there is a connection. */
export function SaveLaneProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState({ lost: 0, kept: 0 });
  const lane = useMemo(() => makeSaveLane(setWaiting, () => new Date()), []);
  useEffect(() => {
    // A server that was away is not told by the browser.
    const timer = waiting.lost > 0 ? setInterval(lane.again, patience) : undefined;
    return () => clearInterval(timer);
  }, [lane, waiting.lost]);
  useReturn(lane.again);
  return (
    <LaneContext.Provider value={lane}>
      <KeptEntries waiting={waiting.kept} again={lane.again} />
      {children}
    </LaneContext.Provider>
  );
}

/** The lane of the forms here; null where each form is sent by itself. */
export function useSaveLane(): SaveLane | null {
  return useContext(LaneContext);
}

/** How many entries are kept on this device, and the way to send them now; nothing while none is. */
export function KeptEntries({ waiting, again }: { waiting: number; again: () => void }) {
  const t = useTranslations("ui.lane");
  return (
    <div role="status">
      {waiting > 0 && (
        <Notice tone="base" title={t("kept", { count: waiting })} className="kept">
          <p>{t("text")}</p>
          <p className="row wrap">
            <Button type="button" size="small" onClick={again}>
              {t("again")}
            </Button>
          </p>
        </Notice>
      )}
    </div>
  );
}
