import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

/** Another password; the present one is asked with it. */
export function ChangePasswordForm({ email, kept }: { email: string; kept: Kept }) {
  const t = useTranslations("accounts");
  const words = useTranslations("signIn");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).OwnAccountAct }), "change-password");
  return (
    <Sheet title={t("own.password")}>
      <LiveForm live={live} className="fields">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden form="" />
        <TextField
          name="currentPassword"
          type="password"
          label={t("own.currentPassword")}
          error={kept.error("currentPassword")}
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          type="password"
          label={words("newPassword")}
          hint={words("passwordRule")}
          error={kept.error("newPassword")}
          autoComplete="new-password"
        />
        <div>
          <Button name="intent" value="change-password">
            {t("own.changePassword")}
          </Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}
