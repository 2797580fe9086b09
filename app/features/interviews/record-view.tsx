import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { hasReason, isSaid } from "~/domain/moves/interview";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { AnswerWords, useReason } from "./answer-shown";
import { useIntervieweeLabels } from "./interviewee-label";
import type { InterviewPage } from "./load-interview.server";

/** The record as it can be cited: without notes, in the wording as asked, named as a reader of a document would see it. */
export function RecordView({ page }: { page: InterviewPage }) {
  const t = useTranslations("interviews.record");
  const language = useLanguage();
  const { all } = useIntervieweeLabels(page.languages);
  const levels = useTranslations("interviewees.levels");
  const reason = useReason(page);
  const items = page.guide.blocks.flatMap(({ questions }) => questions.flatMap((question) => question.items));
  const citable = items.flatMap((item) => {
    const answer = page.answers.find((each) => each.question === item.question && each.part === item.part);
    return answer && answer.offRecord === null ? [{ item, answer }] : [];
  });
  return (
    <Sheet title={t("title")} intro={t("intro")}>
      {citable.length === 0 && <p className="soft">{t("empty")}</p>}
      <div className="gap doc-list">
        {citable.map(({ item, answer }) => (
          <article key={item.code} className="stack" id={`r-${answer.code}`}>
            <h3>
              <span className="num">{answer.code}</span> {textIn(answer.wording, language, page.languages)}
            </h3>
            {isSaid(answer.state) && <AnswerWords page={page} item={item} answer={answer} />}
            {hasReason(answer.state) && <p className="soft">{t("noAnswer", { reason: reason(answer) })}</p>}
            <DefinitionList
              facts={[
                { term: t("shownAs"), value: all(answer.shownAs) },
                { term: t("level"), value: levels(answer.level) },
                { term: t("quoting"), value: t(answer.mayQuote ? "mayQuote" : "mayNotQuote") },
              ]}
            />
          </article>
        ))}
      </div>
    </Sheet>
  );
}
