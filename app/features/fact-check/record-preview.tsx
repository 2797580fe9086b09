import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";
import { AnswerCard } from "./answer-card";
import { Progress } from "./record-form";
import { RecordHead } from "./record-head";
import type { RecordPage } from "./record-page";

/** The page of the interviewee as she will get it, for the researcher who is about to send it. */
export function RecordPreview({ page }: { page: RecordPage }) {
  const t = useTranslations("recordCheck");
  return (
    <div className="bare">
      <Notice tone="base">{t("preview")}</Notice>
      <RecordHead page={page} />
      <Progress page={page} />
      <fieldset disabled className="qs record-check">
        {page.record.answers.length === 0 && <p className="soft">{t("empty")}</p>}
        {page.record.answers.map((answer) => (
          <AnswerCard
            key={answer.id}
            answer={answer}
            languages={page.record.languages}
            typed={undefined}
            error={undefined}
            overtaken={false}
          />
        ))}
      </fieldset>
    </div>
  );
}
