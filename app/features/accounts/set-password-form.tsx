import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { TextField } from "~/ui/text-field";

/** A new password for the account of a one-time link. */
export function SetPasswordForm({ email, problem }: { email: string; problem: FormProblem | undefined }) {
  const t = useTranslations("signIn");
  const kept = useKept(problem, undefined, { password: t("newPassword") });
  const live = useLiveForm(async () => ({ form: (await import("./schema")).SetPassword }));
  return (
    <LiveForm live={live} className="fields">
      <ErrorSummary errors={kept.summary} />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden form="" />
      <TextField
        name="password"
        type="password"
        label={t("newPassword")}
        hint={t("passwordRule")}
        error={kept.error("password")}
        autoComplete="new-password"
      />
      <div>
        <Button variant="primary">{t("setPassword")}</Button>
      </div>
    </LiveForm>
  );
}
