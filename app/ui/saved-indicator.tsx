import { useTranslations } from "use-intl";
import { Icon } from "./icon";
import { useTimeText } from "./time";

/** What became of the latest change of a form that saves by itself. */
export type SaveStatus =
  | { state: "idle" }
  | { state: "saving"; version?: number | undefined }
  | { state: "saved"; at: Date; version?: number | undefined }
  | { state: "kept" }
  | { state: "refused" }
  | { state: "conflict" }
  | { state: "signed-out" };

/** Says once, politely and always in the same place, whether the work is safe. */
export function SavedIndicator({ status }: { status: SaveStatus }) {
  const t = useTranslations("ui.saved");
  const time = useTimeText();
  const safe = status.state === "idle" || status.state === "saving" || status.state === "saved";
  return (
    <span className={safe ? "saved" : "saved bad"} role="status">
      {status.state === "saved" && (
        <>
          <Icon name="check" />
          {status.version === undefined
            ? t("saved", { time: time(status.at, "seconds") })
            : t("savedVersion", { time: time(status.at, "seconds"), version: status.version })}
        </>
      )}
      {status.state === "saving" && (
        <>
          <Icon name="clock" />
          {t("saving")}
        </>
      )}
      {!safe && (
        <>
          <Icon name="triangle" />
          {t(status.state)}
        </>
      )}
    </span>
  );
}
