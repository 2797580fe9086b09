import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Notice } from "./notice";
import { useReturn } from "./use-return";
import { makeSaveLane, type SaveLane } from "./save-lane";

const LaneContext = createContext<SaveLane | null>(null);

const patience = 15_000;

interface SaveLaneProviderProps {
  /** What became of the latest change. It stays in sight beside the forms, together with what is kept on this device. */
  indicator?: ReactNode;
  children: ReactNode;
}

/** Lets the forms inside be sent one after the other, and says how many are kept on this device until they can be sent. */
export function SaveLaneProvider({ indicator, children }: SaveLaneProviderProps) {
  const [waiting, setWaiting] = useState({ lost: 0, kept: 0, signedOut: false });
  const lane = useMemo(() => makeSaveLane(setWaiting, () => new Date()), []);
  useEffect(() => {
    // A server that was away is not told by the browser.
    const timer = waiting.lost > 0 ? setInterval(lane.again, patience) : undefined;
    return () => clearInterval(timer);
  }, [lane, waiting.lost]);
  useReturn(lane.again);
  return (
    <LaneContext.Provider value={lane}>
      {children}
      <div className="save-bar">
        <KeptEntries waiting={waiting.kept} signedOut={waiting.signedOut} again={lane.again} />
        {indicator}
      </div>
    </LaneContext.Provider>
  );
}

/** The lane of the forms here; null where each form is sent by itself. */
export function useSaveLane(): SaveLane | null {
  return useContext(LaneContext);
}

/** How many entries are kept on this device, and the way to send them now; nothing while none is. */
export function KeptEntries({ waiting, signedOut, again }: { waiting: number; signedOut: boolean; again: () => void }) {
  const t = useTranslations("ui.lane");
  return (
    <div role="status">
      {waiting > 0 && (
        <Notice tone="base" title={t("kept", { count: waiting })} className="kept">
          <p>{t(signedOut ? "signedOut" : "text")}</p>
          <p className="row wrap">
            {signedOut && (
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {t("signIn")}
              </a>
            )}
            <Button type="button" size="small" onClick={again}>
              {t("again")}
            </Button>
          </p>
        </Notice>
      )}
    </div>
  );
}
