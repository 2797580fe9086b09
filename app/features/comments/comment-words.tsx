import { useTranslations } from "use-intl";
import { cutAtMentions } from "~/domain/comments/mentions";
import { Avatar } from "~/ui/avatar";
import { OnBehalfOf } from "~/ui/on-behalf-of";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { CommentView } from "./comment-view";

/** Who said what and when; nothing of the words of a comment that was withdrawn. */
export function CommentWords({ comment }: { comment: CommentView }) {
  const t = useTranslations("comments");
  return (
    <>
      <p className="row">
        <Avatar name={comment.by} />
        <b>
          <bdi>{comment.by}</bdi>
        </b>
        <span className="faint small push">
          <Time at={comment.moment} as="date-time" />
        </span>
      </p>
      <OnBehalfOf name={comment.outside} />
      {comment.withdrawn ? (
        <p className="soft">{t("withdrawn")}</p>
      ) : (
        <p className="prewrap">{withMentions(comment.text, comment.mentions)}</p>
      )}
      {comment.draft && (
        <p className="row wrap small soft">
          <StatusTag state="draft" /> {t("draftHint")}
        </p>
      )}
    </>
  );
}

/** The words of a comment with the names of those who are mentioned in bold. */
function withMentions(text: string, names: readonly string[]) {
  return cutAtMentions(text, names).map((piece, place) => (place % 2 === 1 ? <b key={place}>{piece}</b> : piece));
}
