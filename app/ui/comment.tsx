import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "./avatar";
import { Time } from "./time";

export interface CommentProps {
  by: string;
  at: Date;
  /** The passage that it is about. */
  passage?: string | undefined;
  text: string;
  done?: boolean | undefined;
  acts?: ReactNode;
}

/** A remark of a person on a passage, open or dealt with. */
export function Comment({ by, at, passage, text, done, acts }: CommentProps) {
  const t = useTranslations("ui.comment");
  return (
    <div className="cm">
      <p className="row">
        <Avatar name={by} />
        <b>{by}</b>
        <span className="faint small push">
          <Time at={at} as="relative" />, <Time at={at} as="clock" />, {done ? t("done") : t("open")}
        </span>
      </p>
      {passage && <p className="small soft">{t.rich("on", { passage: () => <mark>{passage}</mark> })}</p>}
      <p>{text}</p>
      {acts && <div className="row">{acts}</div>}
    </div>
  );
}
