import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { useLanguage } from "~/ui/intl";
import { AnswerFoot } from "./answer-foot";
import { AnswerShown } from "./answer-shown";
import type { InterviewPage, PageItem, PageQuestion } from "./load-interview.server";

interface EarlierAnswersProps {
  slug: string;
  page: InterviewPage;
  question: PageQuestion;
}

/** What was answered in this interview to the questions in whose place this one stands: code, wording and answer as they were. */
export function EarlierAnswers({ slug, page, question }: EarlierAnswersProps) {
  const earlier = question.items.filter((item) => item.earlier);
  return earlier.map((item) => <EarlierAnswer key={item.field.name} slug={slug} page={page} item={item} />);
}

function EarlierAnswer({ slug, page, item }: Omit<EarlierAnswersProps, "question"> & { item: PageItem }) {
  const t = useTranslations("interviews.card");
  const language = useLanguage();
  const answer = page.answers.find((each) => each.question === item.question && each.part === item.part);
  if (!answer) return null;
  return (
    <div className="stack earlier" id={`q${item.code}`}>
      <h3>
        <span className="num">{item.code}</span> {t("earlier")}
      </h3>
      <p className="small soft">
        {t("askedAs", { version: answer.protocolNumber, wording: textIn(answer.wording, language, page.languages) })}
      </p>
      <AnswerShown page={page} item={item} answer={answer} />
      {(answer.notes ?? "").trim() !== "" && <p className="small soft keep-lines">{answer.notes}</p>}
      <AnswerFoot slug={slug} page={page} item={item} answer={answer} kept={undefined} />
    </div>
  );
}
