import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { firstWords } from "~/domain/text/first-words";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { OnBehalfOf } from "~/ui/on-behalf-of";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { CommentsAsk, MyComments } from "./list-my-comments.server";

const concerns = ["mine", "mentions", "writing", "reviewing"] as const;

/** The points of a study that concern the person, with what narrows them. */
export function MyCommentsPage({ listed, ask, base }: { listed: MyComments; ask: CommentsAsk; base: string }) {
  const t = useTranslations("comments.mine");
  const c = useTranslations("comments");
  const { comments, found, total, from } = listed;
  const to = from + comments.length - 1;
  const page = (n: number) =>
    `?${new URLSearchParams({ which: ask.which, state: ask.state, section: ask.section, page: String(n) }).toString()}`;
  const filtered = ask.which !== "" || ask.section !== "" || ask.state !== "unresolved";
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <Sheet title={c("heading")} flush>
        <FilterBar label={c("filter")}>
          <SelectField
            name="which"
            label={t("concerns")}
            empty={t("all")}
            value={ask.which}
            options={concerns.map((value) => ({ value, label: t(`because.${value}`) }))}
          />
          <SelectField
            name="state"
            label={t("state")}
            value={ask.state}
            options={(["unresolved", "resolved", "all"] as const).map((value) => ({ value, label: c(`filters.${value}`) }))}
          />
          <SelectField
            name="section"
            label={t("section")}
            empty={t("all")}
            value={ask.section}
            options={listed.sections.map(({ code, title }) => ({ value: code, label: title }))}
          />
        </FilterBar>
        <FilterCount clearHref={filtered ? "?" : undefined}>{t("count", { shown: found, total })}</FilterCount>
        {comments.length === 0 ? (
          <EmptyState title={total === 0 ? t("none") : c("noneFit")} />
        ) : (
          <ul className="items comment-list">
            {comments.map((comment) => (
              <MyComment key={`${comment.section.code} ${comment.at}`} comment={comment} base={base} />
            ))}
          </ul>
        )}
        <Pager
          order="list"
          newer={ask.page > 1 ? page(ask.page - 1) : undefined}
          older={comments.length > 0 && to < found ? page(ask.page + 1) : undefined}
          range={found > comments.length ? { from, to, total: found } : undefined}
        />
      </Sheet>
    </>
  );
}

function MyComment({ comment, base }: { comment: MyComments["comments"][number]; base: string }) {
  const t = useTranslations("comments");
  const { section, at, by, outside, moment, passage, text, draft, resolved, answers, because } = comment;
  return (
    <li>
      <p className="row wrap">
        <Link to={`${base}/sections/${section.code}/comments/${at}`} className="strong">
          <bdi>{section.title}</bdi>
          {!draft && <>, {t("point", { at })}</>}
        </Link>
        {draft ? <StatusTag state="draft" /> : resolved && <StatusTag state="resolved" />}
        <span className="small faint push">
          <bdi>{by}</bdi>, <Time at={moment} as="date-time" />
        </span>
      </p>
      <OnBehalfOf name={outside} />
      {passage !== null && (
        <p className="quote">
          <q>{firstWords(passage, 140)}</q>
        </p>
      )}
      <p>{firstWords(text, 240)}</p>
      <p className="small soft">
        {because.map((one) => t(`mine.because.${one}`)).join(" · ")}
        {answers > 0 && <> · {t("mine.answers", { count: answers })}</>}
      </p>
    </li>
  );
}
