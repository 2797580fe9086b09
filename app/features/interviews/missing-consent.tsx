import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { Notice } from "~/ui/notice";
import type { InterviewPage } from "./load-interview.server";

/** Whose consent is still to be recorded, and what waits for it. */
export function MissingConsent({ page, base }: { page: InterviewPage; base: string }) {
  const t = useTranslations("interviews.noConsent");
  const language = useLanguage();
  if (page.unconsented.length === 0) return null;
  return (
    <div id="no-consent" tabIndex={-1}>
      <Notice tone="stale" icon="lock" title={t("title", { codes: new Intl.ListFormat(language).format(page.unconsented) })}>
        <p>
          {t("text")} {page.may.write && <Link to={`${base}/${page.interview.code}/participants`}>{t("act")}</Link>}
        </p>
      </Notice>
    </div>
  );
}

/** That the record could not be closed for want of a consent. */
export function ConsentFirst({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("interviews");
  return (
    <ErrorSummary
      title={t("cannotFinish")}
      errors={codes.map((code) => ({ id: "no-consent", message: t("noConsent.first", { code }) }))}
      live={false}
    />
  );
}
