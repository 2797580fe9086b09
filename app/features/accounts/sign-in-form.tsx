import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { TextField } from "~/ui/text-field";

interface SignInFormProps {
  problem: FormProblem | undefined;
  /** The page that was asked for. */
  to: string;
  /** A form waits there for this person. */
  parked: boolean;
  /** Too many wrong passwords in a row ended the session. */
  ended: boolean;
  /** A password was just chosen with a link. */
  chosen: boolean;
}

/** Mail and password; one message for whatever is wrong with them. */
export function SignInForm({ problem, to, parked, ended, chosen }: SignInFormProps) {
  const t = useTranslations("signIn");
  const kept = useKept(problem);
  const [shown, show] = useState(false);
  return (
    <Form method="post" className="fields" noValidate>
      <ErrorSummary errors={kept.summary} title={t("refused")} />
      {ended && !problem && (
        <Notice tone="stale" title={t("endedTitle")}>
          {t("ended")}
        </Notice>
      )}
      {chosen && !problem && <Notice tone="info">{t("chosen")}</Notice>}
      {parked && <p className="lede">{t("parked")}</p>}
      <input type="hidden" name="to" value={to} />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        value={kept.value("email")}
        error={kept.error("email")}
        autoComplete="username"
      />
      <TextField
        name="password"
        type={shown ? "text" : "password"}
        label={t("password")}
        error={kept.error("password")}
        autoComplete="current-password"
      />
      <div className="row wrap">
        <Button variant="primary" busyText={t("submitting")}>
          {t("submit")}
        </Button>
        <Button type="button" variant="quiet" script onClick={() => show(!shown)}>
          {shown ? t("hidePassword") : t("showPassword")}
        </Button>
      </div>
      <p className="hint">{t("help")}</p>
    </Form>
  );
}
