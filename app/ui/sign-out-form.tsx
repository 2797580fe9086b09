import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "./button";
import { type DeviceDraft, forgetDraft, listDrafts } from "./device-drafts";
import { useDeviceKey } from "./device-key";
import { Icon } from "./icon";

/** The way out. Where unsent work is kept on this device it warns first: to stay, or to leave and let it go. Without script it just signs out. */
export function SignOutForm() {
  const t = useTranslations("ui.frame");
  const key = useDeviceKey();
  const form = useRef<HTMLFormElement>(null);
  const [drafts, setDrafts] = useState<readonly DeviceDraft[]>([]);
  const look = (event: FormEvent) => {
    if (!key) return;
    event.preventDefault();
    void listDrafts(key)
      .catch(() => [])
      .then((found) => (found.length === 0 ? form.current?.submit() : setDrafts(found)));
  };
  const leave = () => {
    void Promise.all(drafts.map(({ name }) => forgetDraft(name))).then(() => form.current?.submit());
  };
  return (
    <form ref={form} method="post" action="/sign-out" onSubmit={look}>
      {drafts.length > 0 ? (
        <UnsentWarning count={drafts.length} leave={leave} />
      ) : (
        <button type="submit">
          <Icon name="sign-out" />
          {t("signOut")}
        </button>
      )}
    </form>
  );
}

/** How much is kept here and not sent, and the choice. */
export function UnsentWarning({ count, leave }: { count: number; leave: () => void }) {
  const t = useTranslations("ui.drafts");
  return (
    <div className="unsent" role="alert">
      <p>{t("leaving", { count })}</p>
      <p className="row wrap">
        <ButtonLink to="/work" variant="primary" size="small">
          {t("stay")}
        </ButtonLink>
        <Button type="button" variant="danger" size="small" onClick={leave}>
          {t("leave")}
        </Button>
      </p>
    </div>
  );
}
