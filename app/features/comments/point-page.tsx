import { Form, Link, useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { useRoot } from "~/platform/root-data";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { PassagesProvider } from "~/ui/passages";
import { RichText } from "~/ui/rich-text";
import { MainAside, Sheet } from "~/ui/sheet";
import { useShortcut } from "~/ui/use-shortcut";
import { MentionField } from "./comment-form";
import { Drafts } from "./comment-panel";
import type { CommentView } from "./comment-view";
import type { PointView } from "./load-point.server";
import { MentionArea } from "./mention-area";
import { ThreadCard } from "./thread-card";

/** One point with its passage in the text, and the way to the open points before and after it. */
export function PointPage({ point, problem }: { point: PointView; problem: FormProblem | undefined }) {
  const t = useTranslations("comments");
  const s = useTranslations("sections");
  const { view, thread } = point;
  const { number, heading, code } = view.heading;
  const title = thread.draft ? t("draft") : t("point", { at: thread.at });
  const own = [thread, ...thread.answers].filter(({ mine, withdrawn }) => mine && !withdrawn);
  return (
    <>
      <PageHead
        title={`${title}: ${[number, heading].filter(Boolean).join(" ")}`}
        crumbs={[
          { label: s("heading"), href: `${view.base}/sections` },
          { label: number ?? code, href: view.path },
          { label: t("heading"), href: `${view.path}/comments` },
          { label: title },
        ]}
        acts={<Steps point={point} />}
      />
      <ErrorSummary errors={useKept(problem).summary} />
      <MainAside
        label={t("heading")}
        aside={
          <Sheet title={t("comment")} className="comments">
            <ThreadCard thread={thread} view={view} from="point" problem={problem} />
            <Drafts view={view} from="list" />
            {own.map((comment) => (
              <OwnComment key={comment.id} comment={comment} point={point} problem={problem} />
            ))}
          </Sheet>
        }
      >
        <PassageSheet point={point} />
      </MainAside>
      <p className="small soft keys">{t("keys")}</p>
    </>
  );
}

function PassageSheet({ point: { text, thread, marks, cited, view } }: { point: PointView }) {
  const t = useTranslations("comments");
  return (
    <Sheet title={t("passage")} aside={<Link to={view.path}>{t("read")}</Link>}>
      {thread.fate === "went" && <p>{t(text ? "went" : "blockWent")}</p>}
      {!text && thread.on === null && <p className="soft">{t("wholeSection")}</p>}
      {text && (
        <div className="doc">
          <PassagesProvider marks={marks}>
            <RichText
              doc={text.document}
              id={`b-${text.blockId}`}
              lang={text.language}
              citation={(linkId) => <span className="small soft">[{cited.find((one) => one.linkId === linkId)?.code ?? "?"}]</span>}
            />
          </PassagesProvider>
        </div>
      )}
    </Sheet>
  );
}

function Steps({ point: { previous, next, view } }: { point: PointView }) {
  const t = useTranslations("comments");
  const navigate = useNavigate();
  const keys = useRoot()?.frame?.shortcuts ?? true;
  const to = (at: string | null) => `${view.path}/comments/${at ?? ""}`;
  const forward = useCallback(() => void navigate(`${view.path}/comments/${next ?? ""}`), [navigate, view.path, next]);
  const back = useCallback(() => void navigate(`${view.path}/comments/${previous ?? ""}`), [navigate, view.path, previous]);
  useShortcut("n", forward, keys && next !== null);
  useShortcut("p", back, keys && previous !== null);
  return (
    <>
      {previous !== null && <ButtonLink to={to(previous)}>{t("previous")}</ButtonLink>}
      {next !== null && <ButtonLink to={to(next)}>{t("next")}</ButtonLink>}
    </>
  );
}

function OwnComment({ comment, point, problem }: { comment: CommentView; point: PointView; problem: FormProblem | undefined }) {
  const t = useTranslations("comments");
  const kept = useKept(problem, "change");
  const mine = kept.value("id") === comment.id;
  const { view } = point;
  const action = `${view.path}/comments/${point.thread.at}`;
  const identity = { id: comment.id, version: comment.version };
  return (
    <details className="more" open={mine || undefined}>
      <summary>
        {t("change")} <span className="vh">{comment.at}</span>
      </summary>
      <Form method="post" action={action} className="stack" key={comment.version}>
        <HiddenFields values={{ ...identity, from: "point" }} />
        <MentionArea
          id={`change-${comment.at}`}
          label={t("text")}
          value={mine ? kept.value("text", comment.text) : comment.text}
          error={mine ? kept.error("text") : undefined}
          members={view.members}
        />
        <MentionField members={view.members} id={`change-${comment.at}-mentions`} />
        <div>
          <Button name="intent" value="change" size="small">
            {t("save")}
          </Button>
        </div>
      </Form>
      <Form method="post" action={action}>
        <HiddenFields values={{ ...identity, from: "list" }} />
        <p className="small soft">{t(comment.draft ? "discardHint" : "withdrawHint")}</p>
        <Button name="intent" value="withdraw" size="small" variant="danger">
          {t(comment.draft ? "discard" : "withdraw")}
        </Button>
      </Form>
    </details>
  );
}
