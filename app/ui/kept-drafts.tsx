import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { type DeviceDraft, forgetDraft, listDrafts } from "./device-drafts";
import { useDeviceKey } from "./device-key";
import { Sheet } from "./sheet";
import { Time } from "./time";

/** Unsent work of this person on this device. Nothing without script, for then nothing is kept here. */
export function DeviceDrafts() {
  const key = useDeviceKey();
  const [drafts, setDrafts] = useState<DeviceDraft[]>([]);
  useEffect(() => {
    // A browser that keeps nothing has nothing to list.
    if (key) void listDrafts(key).then(setDrafts, () => undefined);
  }, [key]);
  const forget = (name: string) => {
    void forgetDraft(name);
    setDrafts((all) => all.filter((draft) => draft.name !== name));
  };
  return drafts.length === 0 ? null : <KeptDrafts drafts={drafts} forget={forget} />;
}

export interface KeptDraftsProps {
  drafts: readonly DeviceDraft[];
  forget: (name: string) => void;
}

/** What is kept on this device and was not sent: the page of each, and a way to throw it away that asks once more. */
export function KeptDrafts({ drafts, forget }: KeptDraftsProps) {
  const t = useTranslations("ui.drafts");
  return (
    <Sheet title={t("title")} aside={drafts.length} intro={t("intro")}>
      <ul className="kept-drafts">
        {drafts.map((draft) => (
          <KeptDraft key={draft.name} draft={draft} forget={forget} />
        ))}
      </ul>
    </Sheet>
  );
}

function KeptDraft({ draft, forget }: { draft: DeviceDraft; forget: (name: string) => void }) {
  const t = useTranslations("ui.drafts");
  const [asking, ask] = useState(false);
  const { name, at, path, title } = draft;
  return (
    <li className="row wrap">
      <span>
        <a href={path}>{title}</a>
        <span className="small soft"> {t.rich("at", { time: () => <Time at={at} as="date-time" /> })}</span>
      </span>
      <span className="row wrap push" role="status">
        {asking ? (
          <>
            <span className="small">{t("sure")}</span>
            <Button type="button" size="small" variant="danger" about={title} onClick={() => forget(name)}>
              {t("forget")}
            </Button>
            <Button type="button" size="small" variant="quiet" about={title} onClick={() => ask(false)}>
              {t("keep")}
            </Button>
          </>
        ) : (
          <Button type="button" size="small" about={title} onClick={() => ask(true)}>
            {t("throwAway")}
          </Button>
        )}
      </span>
    </li>
  );
}
