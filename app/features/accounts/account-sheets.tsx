import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { Notice } from "~/ui/notice";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import { useTimeText } from "~/ui/time";

interface AccountProps {
  account: { name: string; administrator: boolean; mayStart: boolean; deactivatedAt: Date | null; hasPassword: boolean; version: number };
}

/** What the person of an account may do in the installation. */
export function RightsSheet({ account, kept }: AccountProps & { kept: Kept }) {
  const t = useTranslations("accounts");
  return (
    <Sheet title={t("rights")}>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="version" value={account.version} />
        <Checkbox
          name="mayStart"
          label={t("mayStart")}
          hint={t("mayStartHint")}
          checked={account.mayStart}
          error={kept.error("mayStart")}
        />
        <Checkbox
          name="administrator"
          label={t("administrator")}
          hint={t("administratorHint")}
          checked={account.administrator}
          error={kept.error("administrator")}
        />
        <div>
          <Button variant="primary" name="intent" value="change">
            {t("saveRights")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** The one-time link to set a password: shown once, to be copied and sent. */
export function LinkSheet({ account, link }: AccountProps & { link: { address: string; expiresAt: Date } | undefined }) {
  const t = useTranslations("accounts");
  const time = useTimeText();
  return (
    <Sheet title={t("link.title")} intro={t(account.hasPassword ? "link.introAgain" : "link.intro", { name: account.name })}>
      {link && (
        <div className="gap">
          <Notice tone="ok">{t("link.made", { until: time(link.expiresAt, "date-time") })}</Notice>
          <TextField name="link" label={t("link.address")} value={link.address} readOnly />
        </div>
      )}
      <Form method="post">
        <Button name="intent" value="give-link">
          {t("link.make")}
        </Button>
      </Form>
    </Sheet>
  );
}

/** Closing an account, and opening it again. */
export function ClosingSheet({ account }: AccountProps) {
  const t = useTranslations("accounts");
  const closed = account.deactivatedAt !== null;
  return (
    <Sheet
      title={t(closed ? "closing.again" : "closing.title")}
      intro={t(closed ? "closing.introAgain" : "closing.intro", { name: account.name })}
    >
      <Form method="post">
        <input type="hidden" name="version" value={account.version} />
        <Button variant={closed ? "plain" : "danger"} name="intent" value={closed ? "reactivate" : "deactivate"}>
          {t(closed ? "closing.reactivate" : "closing.deactivate")}
        </Button>
      </Form>
    </Sheet>
  );
}
