import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { checkShown } from "~/domain/fact-check/jump-state";
import { textIn } from "~/domain/local-text";
import { type Kept, useFieldName } from "~/platform/kept";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { JumpList } from "~/ui/jump-list";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { SaveLaneProvider } from "~/ui/save-lane-provider";
import type { SaveStatus } from "~/ui/saved-indicator";
import { ConversationBar } from "./conversation-bar";
import { LockedNotice } from "./fact-check-parts";
import { InterviewHead, InterviewSaved } from "./interview-head";
import { type ItemProblem, itemFieldId, wordedMessages } from "./item-problem";
import type { InterviewPage as Page, PageItem } from "./load-interview.server";
import { ConsentFirst, MissingConsent } from "./missing-consent";
import { NotesColumn } from "./notes-column";
import { QuestionCard } from "./question-card";
import { RecordView } from "./record-view";
import { useClock } from "./use-clock";
import { useInterviewKeys } from "./use-interview-keys";

export interface InterviewPageProps {
  slug: string;
  page: Page;
  view: string;
  problem: ItemProblem | undefined;
  /** The names of the fields that are open, when the record could not be closed. */
  open: readonly string[] | undefined;
  /** The codes of those whose consent is missing, when the record could not be closed. */
  unconsented: readonly string[] | undefined;
  kept: Kept | undefined;
}

/** The page of one interview: where each question stands, the questions with their answers, and the notes. */
export function InterviewPage({ slug, page, view, problem, open, unconsented, kept }: InterviewPageProps) {
  const t = useTranslations("interviews");
  const words = useTranslations();
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const [resolved, setResolved] = useState<ItemProblem>();
  const standing = problem === resolved ? undefined : problem;
  const errors = standing ? wordedMessages(standing.messages, words) : {};
  const tell = (now: SaveStatus, item?: string) => {
    setStatus(now);
    if (now.state === "saved" && item !== undefined && item === problem?.item) setResolved(problem);
  };
  const base = `/assessments/${slug}/interviews/${page.interview.code}`;
  return (
    <>
      <InterviewHead slug={slug} page={page} />
      <Refused item={standing?.item ?? ""} errors={errors} />
      {open && <OpenQuestions page={page} open={open} />}
      {unconsented && <ConsentFirst codes={unconsented} />}
      {kept && kept.summary.length > 0 && <ErrorSummary errors={kept.summary} live={false} />}
      <MissingConsent page={page} base={`/assessments/${slug}/interviews`} />
      <LinkTabs
        label={t("views.label")}
        current={view === "record" ? `${base}?view=record` : base}
        tabs={[
          { label: t("views.questions"), href: base },
          { label: t("views.record"), href: `${base}?view=record` },
        ]}
      />
      {view === "record" ? (
        <RecordView page={page} />
      ) : (
        <SaveLaneProvider indicator={<InterviewSaved page={page} status={status} />}>
          <Questions slug={slug} page={page} problem={problem} errors={errors} kept={kept} onStatus={tell} />
        </SaveLaneProvider>
      )}
    </>
  );
}

/** What was wrong with the form of one item; each line names the field and the item. */
function Refused({ item, errors }: { item: string; errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("questions");
  const nameOf = useFieldName();
  const lines = Object.entries(errors).map(([entry, message]) => {
    const field = nameOf(entry);
    return { id: itemFieldId(item, entry), name: field ? `${field} (${item})` : t("number", { code: item }), message };
  });
  return <ErrorSummary errors={lines} />;
}

function OpenQuestions({ page, open }: { page: Page; open: readonly string[] }) {
  const t = useTranslations("interviews");
  const items = page.guide.blocks.flatMap(({ questions }) =>
    questions.flatMap((question) => question.items.map((item) => ({ item, number: question.number }))),
  );
  const errors = items
    .filter(({ item }) => open.includes(item.field.name))
    .map(({ item, number }) => ({ id: `q${number}`, message: t("fillIn", { code: item.code }) }));
  return <ErrorSummary title={t("cannotFinish")} errors={errors} live={false} />;
}

interface QuestionsProps extends Pick<InterviewPageProps, "slug" | "page" | "problem" | "kept"> {
  errors: Readonly<Record<string, string>>;
  onStatus: (status: SaveStatus, item?: string) => void;
}

function Questions({ slug, page: read, problem, errors, kept, onStatus }: QuestionsProps) {
  const t = useTranslations("interviews");
  const questions = useRef<HTMLDivElement>(null);
  const clock = useClock(read);
  const page = { ...read, interview: { ...read.interview, startedAt: clock.startedAt } };
  const { current, jump } = useInterviewKeys(questions, page);
  const language = useLanguage();
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, language, page.languages);
  const checkOf = (items: readonly PageItem[]) => {
    const mine = page.answers.filter((answer) => items.some(({ question, part }) => answer.question === question && answer.part === part));
    return checkShown(mine.flatMap(({ id }) => page.check.answers[id]?.status ?? []));
  };
  const parts = page.guide.blocks.map(({ title, questions }) => ({
    heading: text(title),
    items: questions.map(({ number, text: wording, state, items }) => ({
      number: String(number),
      title: text(wording),
      href: `#q${number}`,
      state:
        Object.keys(errors).length > 0 && items.some(({ code }) => code === problem?.item) ? ("error" as const) : (checkOf(items) ?? state),
      current: current === String(number),
    })),
  }));
  return (
    <div className="iv">
      <JumpList label={t("questions")} done={page.guide.done} total={page.guide.asked} parts={parts} />
      <div className="qs" ref={questions}>
        {page.may.record && <ConversationBar page={page} clock={clock} jump={jump} />}
        <LockedNotice page={page} base={`/assessments/${slug}/interviews`} />
        {!page.held && <Notice title={t("notHeld.title")}>{t("notHeld.text")}</Notice>}
        {page.guide.blocks.map((block) => (
          <div key={block.id} className="gap">
            <h2 className="block-title">{text(block.title)}</h2>
            {block.introduction && <p className="soft small">{text(block.introduction)}</p>}
            {block.questions.map((question) => (
              <QuestionCard
                key={question.id}
                slug={slug}
                page={page}
                question={question}
                problem={problem}
                errors={errors}
                kept={kept}
                onStatus={onStatus}
              />
            ))}
          </div>
        ))}
      </div>
      <NotesColumn slug={slug} page={page} kept={kept} />
    </div>
  );
}
