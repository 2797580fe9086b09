import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { classNames } from "~/ui/class-names";
import { useLanguage } from "~/ui/intl";
import type { SaveStatus } from "~/ui/saved-indicator";
import { QuestionNumber } from "~/ui/statement-number";
import { AnswerFoot } from "./answer-foot";
import { AnswerForm } from "./answer-form";
import { AnswerShown } from "./answer-shown";
import { type ItemProblem } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem, PageQuestion } from "./load-interview.server";

export interface QuestionCardProps {
  slug: string;
  page: InterviewPage;
  question: PageQuestion;
  problem: ItemProblem | undefined;
  errors: Readonly<Record<string, string>>;
  kept: Kept | undefined;
  onStatus: (status: SaveStatus) => void;
}

/** One question of the guide: as asked, for which research questions, its probes, and the answer to each of its parts. */
export function QuestionCard(props: QuestionCardProps) {
  const { slug, page, question, problem } = props;
  const t = useTranslations("interviews.card");
  const language = useLanguage();
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language, page.languages);
  const hinted = question.informs.length > 0 || question.probes.length > 0 || question.help !== null;
  const wrong = question.items.some(({ code }) => code === problem?.item);
  return (
    <section
      className={classNames("sheet qq", wrong && "bad")}
      id={`q${question.number}`}
      data-question={question.number}
      tabIndex={-1}
      aria-labelledby={`q${question.number}-t`}
    >
      <h2 id={`q${question.number}-t`}>
        <span className="n num">{question.number}</span>
        {text(question.text)}
      </h2>
      {hinted && (
        <p className="hint">
          {question.informs.length > 0 && (
            <span>
              {t("for")}{" "}
              {question.informs.map((id) => (
                <QuestionNumber key={id} code={id} href={`/assessments/${slug}/questions/${id}`} />
              ))}
            </span>
          )}
          {question.probes.length > 0 && <span>{t("probes", { probes: question.probes.map(text).join("; ") })}</span>}
          {question.help && <span>{text(question.help)}</span>}
        </p>
      )}
      {question.items.map((item) => (
        <ItemOf key={item.code} {...props} item={item} alone={question.items.length === 1} />
      ))}
    </section>
  );
}

function ItemOf({ slug, page, item, alone, problem, errors, kept, onStatus }: QuestionCardProps & { item: PageItem; alone: boolean }) {
  const language = useLanguage();
  const answer = page.answers.find((each) => each.question === item.question && each.part === item.part);
  const mine = problem?.item === item.code;
  const id = `q${item.code}`;
  return (
    <div className="stack" id={alone ? undefined : id}>
      {!alone && (
        <h3>
          <span className="num">{item.code}</span> {textIn(item.field.part, language, page.languages)}
        </h3>
      )}
      <Wording page={page} item={item} answer={answer} />
      {page.may.record && !answer?.withdrawn ? (
        <AnswerForm
          page={page}
          item={item}
          answer={answer}
          problem={mine ? problem : undefined}
          errors={mine ? errors : {}}
          onStatus={onStatus}
        />
      ) : (
        <AnswerShown page={page} item={item} answer={answer} />
      )}
      {answer && answer.version > 0 && (
        <AnswerFoot slug={slug} page={page} item={item} answer={answer} kept={kept?.value("answerId") === answer.id ? kept : undefined} />
      )}
    </div>
  );
}

/** The wording as it was asked, where the guide has another one now. */
function Wording({ page, item, answer }: { page: InterviewPage; item: PageItem; answer: ShownAnswer | undefined }) {
  const t = useTranslations("interviews.card");
  const language = useLanguage();
  const asked = answer && textIn(answer.wording, language, page.languages);
  if (!asked || answer.protocolNumber === page.protocolNumber || asked === textIn(item.field.wording, language, page.languages))
    return null;
  return <p className="small soft">{t("askedAs", { version: answer.protocolNumber, wording: asked })}</p>;
}
