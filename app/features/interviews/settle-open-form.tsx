import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { ReasonField } from "~/ui/reason-field";
import type { InterviewPage } from "./load-interview.server";

/** How many questions are still open, and one reason for which none of them was asked. */
export function SettleOpenForm({ page, kept }: { page: InterviewPage; kept: Kept | undefined }) {
  const t = useTranslations("interviews.settleOpen");
  const form = useTranslations("interviews.form");
  const language = useLanguage();
  const live = useLiveForm(async () => ({ form: (await import("./schema")).InterviewAct }));
  const open = page.guide.asked - page.guide.done;
  if (!page.may.record || open === 0) return null;
  const mine = kept?.value("intent") === "settle-open" ? kept : undefined;
  return (
    <details open={mine ? true : undefined} id="settle-open">
      <summary className="small">{t("open", { count: open })}</summary>
      <LiveForm live={live} className="stack">
        <HiddenFields values={{ intent: "settle-open" }} />
        <p className="small soft">{t("what")}</p>
        <ReasonField
          name="notAsked"
          id="settle-open-reason"
          label={form("whyNotAsked")}
          reasons={page.reasons["not-asked"].map(({ key, label }) => ({ value: key, label: textIn(label, language, page.languages) }))}
          reason={mine?.value("notAsked")}
          words={mine?.value("notAsked.words")}
          error={mine?.error("notAsked")}
          wordsError={mine?.error("notAsked.words")}
        />
        <div>
          <Button size="small">{t("act")}</Button>
        </div>
      </LiveForm>
    </details>
  );
}
