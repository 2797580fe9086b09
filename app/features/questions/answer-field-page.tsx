import { useState } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { useFieldName } from "~/platform/kept";
import { ErrorSummary } from "~/ui/error-summary";
import { fieldId } from "~/ui/field";
import { useLanguage } from "~/ui/intl";
import { firstWords, type MessageValues, useMessageWords } from "~/ui/message-words";
import { PageHead } from "~/ui/page-head";
import { SavedIndicator, type SaveStatus } from "~/ui/saved-indicator";
import { QuestionNumber } from "~/ui/statement-number";
import { AnswerFieldForm } from "./answer-field-form";
import { fieldStem, type FieldProblem } from "./answer-field-problem";
import type { FieldFormPage } from "./load-field-form.server";

export interface AnswerFieldPageProps {
  slug: string;
  page: FieldFormPage;
  problem: FieldProblem | undefined;
}

/** The messages of a refused form in words, by entry. */
function useErrors(problem: FieldProblem | undefined): Record<string, string> {
  const t = useTranslations("protocolField");
  const words = useMessageWords();
  const worded = (key: string, values?: MessageValues) =>
    key === "chooseAReason" || key === "fillInTheAnswer" ? t(key) : words(key, values);
  return firstWords(problem?.messages ?? [], worded);
}

/** The form that the protocol gives a research question; every field is a form of its own that saves by itself. */
export function AnswerFieldPage({ slug, page, problem }: AnswerFieldPageProps) {
  const t = useTranslations("protocolField");
  const language = useLanguage();
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const errors = useErrors(problem);
  const base = `/assessments/${slug}`;
  const { question, progress } = page;
  const idOf = (entry: string) => (entry.startsWith(fieldStem("")) ? fieldId(entry) : fieldId(`${entry}-${problem?.field}`));
  const refused = page.fields.find(({ field }) => field.name === problem?.field)?.field;
  const usual = useFieldName({ reason: t("why") });
  const nameOf = (entry: string) =>
    entry.startsWith(fieldStem("")) && refused ? textIn(refused.label, language, page.languages) : usual(entry);
  return (
    <>
      <PageHead
        title={textIn(question.text, language, page.languages)}
        crumbs={[{ label: t("question", { code: question.code }), href: `${base}/questions/${question.code}` }, { label: t("form") }]}
        meta={
          <>
            <QuestionNumber code={question.code} />
            <span className="num">{t("progress", { settled: progress.settled, asked: progress.asked })}</span>
          </>
        }
        saved={page.may.write ? <SavedIndicator status={status} /> : undefined}
      />
      <ErrorSummary errors={Object.entries(errors).map(([entry, message]) => ({ id: idOf(entry), name: nameOf(entry), message }))} />
      <div className="gap narrow">
        {page.fields.map((field) => (
          <AnswerFieldForm
            key={field.field.name}
            page={page}
            field={field}
            problem={problem?.field === field.field.name ? problem : undefined}
            errors={problem?.field === field.field.name ? errors : {}}
            onStatus={setStatus}
          />
        ))}
      </div>
    </>
  );
}
