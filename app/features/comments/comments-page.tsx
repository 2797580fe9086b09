import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { CommentFilters } from "./comment-filters";
import { CommentForm } from "./comment-form";
import { Drafts, everyPoint } from "./comment-panel";
import type { CommentsView } from "./load-comments.server";
import { ThreadCard } from "./thread-card";

/** Every comment on a section, and a form for a new one that needs no script. */
export function CommentsPage({ view, problem }: { view: CommentsView; problem: FormProblem | undefined }) {
  const t = useTranslations("comments");
  const s = useTranslations("sections");
  const language = useLanguage();
  const { heading, number, code } = view.heading;
  const section = [number, heading].filter(Boolean).join(" ");
  return (
    <>
      <PageHead
        title={t("headingOf", { section })}
        lede={t("lede")}
        crumbs={[
          { label: s("heading"), href: `${view.base}/sections` },
          { label: number ?? code, href: view.path },
          { label: t("heading") },
        ]}
        acts={
          <ButtonLink to={view.path} icon="eye">
            {t("read")}
          </ButtonLink>
        }
      />
      <ErrorSummary errors={useKept(problem).summary} />
      <MainAside
        label={t("new")}
        aside={
          <Sheet title={t("new")}>
            <CommentForm key={everyPoint(view)} view={view} from="list" language={language} problem={problem} />
          </Sheet>
        }
      >
        <Sheet title={t("heading")} id="comments" className="comments">
          <CommentFilters view={view} path={`${view.path}/comments`} />
          <Drafts view={view} from="list" />
          {view.threads.length === 0 && <EmptyState title={t(view.filter === "unresolved" ? "noneOpen" : "noneFit")} />}
          {view.threads.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} view={view} from="list" problem={problem} />
          ))}
        </Sheet>
      </MainAside>
    </>
  );
}
