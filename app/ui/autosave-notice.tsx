import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Notice } from "./notice";
import { Time } from "./time";
import type { Autosave } from "./use-autosave";

/** Beside a form that saves by itself: what stands in the way, what is safe, and the way on. Nothing while all is well. */
export function AutosaveNotice({ autosave }: { autosave: Pick<Autosave, "status" | "draft" | "again"> }) {
  const t = useTranslations("ui.autosave");
  const { status, draft, again } = autosave;
  if (status.state === "signed-out") {
    return (
      <Notice tone="stale" icon="lock" title={t("signedOutTitle")} live className="kept">
        <p>{t("signedOut")}</p>
        <p className="row wrap">
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t("signIn")}
          </a>
          <Button type="button" size="small" onClick={again}>
            {t("again")}
          </Button>
        </p>
      </Notice>
    );
  }
  if (status.state === "conflict") {
    return (
      <Notice tone="stale" title={t("conflictTitle")} live className="kept">
        <p>{t("conflict")}</p>
        <p className="row wrap">
          <Button size="small">{t("compare")}</Button>
        </p>
      </Notice>
    );
  }
  if (status.state === "kept") {
    return (
      <Notice tone="base" title={t("keptTitle")} live className="kept">
        <p>{t("kept")}</p>
        <p className="row wrap">
          <Button type="button" size="small" onClick={again}>
            {t("again")}
          </Button>
        </p>
      </Notice>
    );
  }
  return draft ? <DraftNotice draft={draft} /> : null;
}

function DraftNotice({ draft }: { draft: NonNullable<Autosave["draft"]> }) {
  const t = useTranslations("ui.autosave");
  return (
    <Notice tone="base" title={t("draftTitle")} live className="kept">
      <p>{t.rich("draft", { time: () => <Time at={draft.at} as="date-time" /> })}</p>
      <p className="row wrap">
        <Button type="button" size="small" onClick={draft.restore}>
          {t("restore")}
        </Button>
        <Button type="button" size="small" variant="quiet" onClick={draft.discard}>
          {t("discard")}
        </Button>
      </p>
    </Notice>
  );
}
