import { Form, Link, useLocation } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { Sheet } from "~/ui/sheet";
import { useScripted } from "~/ui/use-scripted";
import { useShortcut } from "~/ui/use-shortcut";
import { CommentFilters } from "./comment-filters";
import { CommentForm, type FromPage } from "./comment-form";
import type { CommentsView } from "./load-comments.server";
import { ThreadCard } from "./thread-card";
import { usePassage, type SelectedPassage } from "./use-passage";

interface CommentPanelProps {
  view: CommentsView;
  from: FromPage;
  /** The language in which the page shows the texts. */
  language: string;
  /** Whether `n` and `p` go through the open points: not where the page itself does that. */
  steps?: boolean;
}

/** The comments on a section beside its text. A passage that is selected can be commented on: with the button beside it, or with `c`. */
export function CommentPanel({ view, from, language, steps = true }: CommentPanelProps) {
  const t = useTranslations("comments");
  const { pathname } = useLocation();
  const [passage, forget] = usePassage();
  const [selected, setSelected] = useState<SelectedPassage | null>(null);
  const begin = useCallback(() => {
    setSelected(passage);
    requestAnimationFrame(() => document.getElementById("comment-text")?.focus());
  }, [passage]);
  const keys = useRoot()?.frame?.shortcuts ?? true;
  useShortcut("c", begin, keys && passage !== null);
  useSteps(view.open, keys && steps);
  const drop = () => {
    setSelected(null);
    forget();
  };
  useEffect(() => setSelected(null), [view.threads]);
  const open = view.on !== "" || selected !== null;
  return (
    <Sheet title={t("heading")} id="comments" className="comments at-text" aside={<Link to={`${view.path}/comments`}>{t("all")}</Link>}>
      <CommentFilters view={view} path={pathname} />
      <details className="more new-comment" open={open || undefined} key={open ? "open" : "closed"}>
        <summary>{t("new")}</summary>
        <CommentForm key={everyPoint(view)} view={view} from={from} language={language} selected={selected} forget={drop} />
      </details>
      <Drafts view={view} from={from} />
      {view.threads.length === 0 && <p className="small soft">{t(view.filter === "unresolved" ? "noneOpen" : "noneFit")}</p>}
      {view.threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} view={view} from={from} />
      ))}
      {view.more > 0 && (
        <p>
          <Link to={`${view.path}/comments?points=${view.filter}`}>{t("more", { count: view.more })}</Link>
        </p>
      )}
      {passage && !selected && <Beside passage={passage} begin={begin} />}
    </Sheet>
  );
}

/** How many points there are: a new one leaves an empty form behind. */
export const everyPoint = ({ counts }: Pick<CommentsView, "counts">) => counts.find(({ filter }) => filter === "all")?.count ?? 0;

/** The button beside what was selected. */
function Beside({ passage, begin }: { passage: SelectedPassage; begin: () => void }) {
  const t = useTranslations("comments");
  if (!useScripted()) return null;
  const { left, top } = passage.at;
  return (
    <div
      className="beside-selection"
      style={{ insetInlineStart: `min(${Math.round(left)}px, calc(100vw - 9rem))`, top: `${Math.round(top) + 6}px` }}
    >
      <Button type="button" size="small" icon="comment" onClick={begin}>
        {t("comment")}
      </Button>
    </div>
  );
}

/** What this person has not sent yet, and the way to send it without a decision. */
export function Drafts({ view, from }: Pick<CommentPanelProps, "view" | "from">) {
  const t = useTranslations("comments");
  if (view.drafts === 0) return null;
  return (
    <Form method="post" action={`${view.path}/comments`} className="row wrap drafts">
      <HiddenFields values={{ intent: "send-drafts", from }} />
      <span className="small">{t("drafts", { count: view.drafts })}</span>
      <Button size="small" icon="send">
        {t("sendDrafts")}
      </Button>
    </Form>
  );
}

/** `n` and `p` go through the open points of the page. */
function useSteps(open: readonly string[], on: boolean): void {
  const [at, setAt] = useState(-1);
  const step = useCallback(
    (by: 1 | -1) => {
      const next = open[at + by];
      if (next === undefined) return;
      setAt(at + by);
      const card = document.getElementById(`comment-${next}`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: "center" });
    },
    [open, at],
  );
  const forward = useCallback(() => step(1), [step]);
  const back = useCallback(() => step(-1), [step]);
  useShortcut("n", forward, on && open.length > 0);
  useShortcut("p", back, on && open.length > 0);
}
