import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { classNames } from "~/ui/class-names";
import { HiddenFields } from "~/ui/confirm-page";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { MentionField, type FromPage } from "./comment-form";
import type { ThreadView } from "./comment-view";
import { CommentWords } from "./comment-words";
import type { CommentsView } from "./load-comments.server";
import { MentionArea } from "./mention-area";

interface ThreadCardProps {
  thread: ThreadView;
  view: Pick<CommentsView, "path" | "base" | "members" | "keep">;
  from: FromPage | "point";
  problem?: FormProblem | undefined;
}

/** A point with its passage, its answers, and what can be done with it. */
export function ThreadCard({ thread, view, from, problem }: ThreadCardProps) {
  const t = useTranslations("comments");
  const { at, passage, resolved } = thread;
  return (
    <article
      className={classNames("cm", resolved && "done", thread.draft && "mine")}
      id={`comment-${at}`}
      tabIndex={-1}
      aria-label={t("point", { at })}
    >
      <p className="row wrap small">
        <Link to={`${view.path}/comments/${at}`} className="num strong">
          {thread.draft ? t("draft") : t("point", { at })}
        </Link>
        <On thread={thread} base={view.base} />
        {resolved && (
          <span className="push">
            <StatusTag state="resolved" />
          </span>
        )}
      </p>
      {passage !== null && <Passage thread={thread} />}
      <CommentWords comment={thread} />
      {thread.answers.length > 0 && (
        <ol className="answers">
          {thread.answers.map((answer) => (
            <li key={answer.id} id={`comment-${answer.at}`}>
              <CommentWords comment={answer} />
            </li>
          ))}
        </ol>
      )}
      {resolved && (
        <p className="small soft">
          {t("resolvedBy", { name: resolved.by })} <Time at={resolved.at} as="date-time" />
        </p>
      )}
      {!thread.draft && !thread.withdrawn && <ThreadActs thread={thread} view={view} from={from} problem={problem} />}
      {thread.draft && from !== "point" && (
        <p className="small">
          <Link to={`${view.path}/comments/${at}`}>{t("changeDraft")}</Link>
        </p>
      )}
    </article>
  );
}

function On({ thread: { on, blockId }, base }: { thread: ThreadView; base: string }) {
  const t = useTranslations("comments");
  if (on === null) return <span className="soft">{t("onSection")}</span>;
  if (on !== "") return <StatementNumber code={on} href={`${base}/statements/${on}`} />;
  return <a href={`#block-${blockId}`}>{t("onText")}</a>;
}

function Passage({ thread: { passage, fate, language } }: { thread: ThreadView }) {
  const t = useTranslations("comments");
  return (
    <>
      <p className="quote" lang={language ?? undefined}>
        {fate === "went" ? <del>{passage}</del> : <mark>{passage}</mark>}
      </p>
      {fate === "went" && <StatusTag state="passage-went" />}
      {fate === "edited" && <p className="small soft">{t("edited")}</p>}
    </>
  );
}

function ThreadActs({ thread, view, from, problem }: ThreadCardProps) {
  const t = useTranslations("comments");
  const act = thread.resolved ? "reopen" : "resolve";
  const [answering, acting] = [useKept(problem, "answer"), useKept(problem, act)];
  const kept = acting.value("id") === thread.id ? acting : answering;
  const mine = kept.value("id") === thread.id;
  const about = t("point", { at: thread.at });
  const action = `${view.path}/comments${from === "point" ? `/${thread.at}` : ""}`;
  return (
    <Form method="post" action={action} className="stack" preventScrollReset key={thread.answers.length}>
      <HiddenFields values={{ id: thread.id, version: thread.version, from }} />
      <details className="more" open={mine || from === "point" || undefined}>
        <summary>
          {t("answer")} <span className="vh">{about}</span>
        </summary>
        <div className="stack">
          <MentionArea
            id={`answer-${thread.at}`}
            label={t("answerText")}
            value={mine ? kept.value("text") : ""}
            error={mine ? kept.error("text") : undefined}
            members={view.members}
            rows={2}
          />
          <MentionField members={view.members} id={`answer-${thread.at}-mentions`} />
          {view.keep && <Checkbox name="keep" id={`answer-${thread.at}-keep`} label={t("keep")} checked />}
          <div>
            <Button name="intent" value="answer" size="small" about={about}>
              {t("sendAnswer")}
            </Button>
          </div>
        </div>
      </details>
      <div>
        <Button name="intent" value={act} size="small" variant="quiet" icon={act === "resolve" ? "check" : "undo"} about={about}>
          {t(act)}
        </Button>
      </div>
    </Form>
  );
}
