import { useTranslations } from "use-intl";
import { answerAsText } from "~/domain/forms/answer-as-text";
import type { AnswerValue } from "~/domain/forms/values";
import { reasonInWords } from "~/domain/interviews/answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { textIn } from "~/domain/local-text";
import { hasReason, isSaid } from "~/domain/moves/interview";
import type { OptionGroup, Option } from "~/ui/options";
import { useLanguage } from "~/ui/intl";
import { StatusTag } from "~/ui/status-tag";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem } from "./load-interview.server";

interface AnswerShownProps {
  page: InterviewPage;
  item: PageItem;
  answer: ShownAnswer | undefined;
}

/** An answer as it reads: state with its reason, value, record. Of a withdrawn one only that it was withdrawn. */
export function AnswerShown({ page, item, answer }: AnswerShownProps) {
  const t = useTranslations("interviews.answer");
  const reason = useReason(page);
  if (!answer) return <p className="soft">{t("nothing")}</p>;
  if (answer.withdrawn) {
    return (
      <p className="row wrap">
        <StatusTag state="withdrawn" />
        <span className="soft">{t("withdrawn")}</span>
      </p>
    );
  }
  const said = isSaid(answer.state);
  return (
    <div className="stack">
      {!said && (
        <p className="row wrap">
          <StatusTag state={answer.state} />
          {hasReason(answer.state) && <span className="soft">{reason(answer)}</span>}
        </p>
      )}
      <AnswerWords page={page} item={item} answer={answer} />
    </div>
  );
}

/** The value and the record of an answer. */
export function AnswerWords({ page, item, answer }: { page: InterviewPage; item: PageItem; answer: ShownAnswer }) {
  const value = useValueText(page);
  const text = value(item, answer.value);
  return (
    <>
      {text !== "" && <p className="strong keep-lines">{text}</p>}
      {answer.record.trim() !== "" && (
        <p className="quote keep-lines" lang={answer.language}>
          {answer.record}
        </p>
      )}
    </>
  );
}

/** The reason of an answer in words: the label of the list, or own words. */
export function useReason(page: Pick<InterviewPage, "reasons" | "languages">) {
  const language = useLanguage();
  return ({ reason }: Pick<ShownAnswer, "reason">): string => {
    const listed = [...page.reasons["not-asked"], ...page.reasons["no-answer"]];
    return reasonInWords(reason, listed, (label) => textIn(label, language, page.languages));
  };
}

/** A value in words; "" where there is none. */
export function useValueText(page: InterviewPage) {
  const t = useTranslations("fields");
  const language = useLanguage();
  const options = Object.values(page.references).flatMap((list) =>
    (list ?? []).flatMap((each: Option | OptionGroup) => ("options" in each ? each.options : [each])),
  );
  return (item: PageItem, value: AnswerValue | null): string => {
    const answer = valueAnswer(item.field.answer);
    if (!answer || value === null) return "";
    return answerAsText(answer, value, {
      language,
      fallbackOrder: page.languages,
      scales: page.scales,
      words: { yes: t("yes"), no: t("no"), unknown: t("unknown") },
      nameOf: (_, id) => options.find((option) => option.value === id)?.label ?? id,
    });
  };
}
