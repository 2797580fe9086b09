import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isFollowUp } from "~/domain/interviews/follow-up";
import { textIn } from "~/domain/local-text";
import { isOpen } from "~/domain/moves/interview";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { classNames } from "~/ui/class-names";
import { HiddenFields } from "~/ui/confirm-page";
import { useLanguage } from "~/ui/intl";
import type { SaveStatus } from "~/ui/saved-indicator";
import { QuestionNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useScripted } from "~/ui/use-scripted";
import { AnswerFoot } from "./answer-foot";
import { AnswerForm } from "./answer-form";
import { AnswerShown } from "./answer-shown";
import { EarlierAnswers } from "./earlier-answer";
import { FollowUpForm, TakeAwayFollowUp } from "./follow-up-form";
import { type ItemProblem } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem, PageQuestion } from "./load-interview.server";
import { LockedNotes } from "./locked-notes";

export interface QuestionCardProps {
  slug: string;
  page: InterviewPage;
  question: PageQuestion;
  problem: ItemProblem | undefined;
  errors: Readonly<Record<string, string>>;
  kept: Kept | undefined;
  onStatus: (status: SaveStatus, item?: string) => void;
}

/** So many questions and more make a guide long: what is answered folds away. */
const long = 8;

/** One question of the guide: as asked, for which research questions, its probes, and the answer to each of its parts. While the record is written it folds away once it is answered. */
export function QuestionCard(props: QuestionCardProps) {
  const { page, question, problem, errors } = props;
  const language = useLanguage();
  const wrong = Object.keys(errors).length > 0 && question.items.some(({ code }) => code === problem?.item);
  // As it was when the page came: what is being answered does not fold away under the hands.
  const [open] = useState(wrong || isOpen(question.state) || page.guide.asked < long);
  const title = (
    <h2 id={`q${question.number}-t`}>
      <span className="n num">{question.number}</span>
      {textIn(question.text, language, page.languages)}
    </h2>
  );
  return (
    <section
      className={classNames("sheet qq", wrong && "bad")}
      id={`q${question.number}`}
      data-question={question.number}
      tabIndex={-1}
      aria-labelledby={`q${question.number}-t`}
    >
      {page.may.record ? (
        <details className="qq-fold" open={open}>
          <summary>
            {title}
            <span className="when-folded">{!isOpen(question.state) && <StatusTag state={question.state} />}</span>
          </summary>
          <QuestionBody {...props} />
        </details>
      ) : (
        <>
          {title}
          <QuestionBody {...props} />
        </>
      )}
    </section>
  );
}

function QuestionBody(props: QuestionCardProps) {
  const { slug, page, question, kept } = props;
  const items = question.items.filter(({ earlier }) => !earlier);
  const parts = items.filter(({ part }) => !isFollowUp(part));
  return (
    <>
      <QuestionHints {...props} />
      {items.map((item) => (
        <ItemOf key={item.code} {...props} item={item} alone={parts.length === 1 && !isFollowUp(item.part)} />
      ))}
      <EarlierAnswers slug={slug} page={page} question={question} />
      {page.may.record && <FollowUpForm page={page} question={question} kept={kept} />}
    </>
  );
}

function QuestionHints({ slug, page, question }: QuestionCardProps) {
  const t = useTranslations("interviews.card");
  const language = useLanguage();
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language, page.languages);
  if (question.informs.length === 0 && question.probes.length === 0 && question.help === null) return null;
  return (
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
  );
}

function ItemOf({ slug, page, item, alone, problem, errors, kept, onStatus }: QuestionCardProps & { item: PageItem; alone: boolean }) {
  const language = useLanguage();
  const followUp = useTranslations("interviews.followUp");
  const answer = page.answers.find((each) => each.question === item.question && each.part === item.part);
  const mine = problem?.item === item.code;
  const start = useStart(mine ? problem : undefined);
  const id = `q${item.code}`;
  return (
    <div className="stack" id={alone ? undefined : id}>
      {!alone && (
        <h3>
          <span className="num">{item.code}</span> {textIn(item.field.part, language, page.languages)}
          {isFollowUp(item.part) && <span className="small soft"> {followUp("tag")}</span>}
        </h3>
      )}
      <Wording page={page} item={item} answer={answer} />
      {page.may.record && !answer?.withdrawn ? (
        <AnswerForm
          key={start}
          page={page}
          item={item}
          answer={answer}
          problem={mine ? problem : undefined}
          errors={mine ? errors : {}}
          onStatus={(status) => onStatus(status, item.code)}
        />
      ) : (
        <AnswerShown page={page} item={item} answer={answer} />
      )}
      {page.may.note && answer && !answer.withdrawn && (
        <LockedNotes page={page} item={item} answer={answer} kept={kept} onStatus={onStatus} />
      )}
      {page.may.record && answer && isFollowUp(item.part) && <TakeAwayFollowUp answer={answer} />}
      {page.may.record && answer && !answer.withdrawn && <TakeAllNotes page={page} item={item} answer={answer} />}
      {answer && answer.version > 0 && (
        <AnswerFoot slug={slug} page={page} item={item} answer={answer} kept={kept?.value("answerId") === answer.id ? kept : undefined} />
      )}
    </div>
  );
}

/** From what a form began: it starts anew with what the server answered, and goes on with that when the page is read again. */
function useStart(problem: ItemProblem | undefined): string {
  const [start, setStart] = useState("own");
  const answered = problem?.entries["version"]?.[0];
  if (answered !== undefined && answered !== start) setStart(answered);
  return answered ?? start;
}

/** Without script: takes all of the notes into the record. With it a line at a time is taken in the form itself. */
function TakeAllNotes({ page, item, answer }: { page: InterviewPage; item: PageItem; answer: ShownAnswer }) {
  const t = useTranslations("interviews.take");
  const scripted = useScripted();
  if (scripted || (answer.notes ?? "").trim() === "") return null;
  const key = `${page.formKey}:take:${item.code}`;
  return (
    <Form method="post">
      <HiddenFields values={{ intent: "take-notes", answerId: answer.id, version: answer.version, key }} />
      <Button size="small" variant="quiet" icon="arrow-up" about={t("about", { code: item.code })}>
        {t("all")}
      </Button>
    </Form>
  );
}

/** The wording as it was asked, where the guide has another one now. */
function Wording({ page, item, answer }: { page: InterviewPage; item: PageItem; answer: ShownAnswer | undefined }) {
  const t = useTranslations("interviews.card");
  const language = useLanguage();
  const asked = answer && textIn(answer.wording, language, page.languages);
  if (
    !asked ||
    isFollowUp(item.part) ||
    answer.protocolNumber === page.protocolNumber ||
    asked === textIn(item.field.wording, language, page.languages)
  )
    return null;
  return <p className="small soft">{t("askedAs", { version: answer.protocolNumber, wording: asked })}</p>;
}
