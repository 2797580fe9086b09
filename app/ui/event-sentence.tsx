import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "./avatar";
import { classNames } from "./class-names";
import { number } from "./format";
import { Icon } from "./icon";
import { useLanguage } from "./intl";
import { Time } from "./time";

export interface EventSentenceProps {
  at: Date;
  /** Who did it, as the trail keeps the name; `protectedName` draws a circle without initials. */
  by: string;
  protectedName?: boolean | undefined;
  /** Who + verb + object + value, from the texts of the trail. */
  sentence: ReactNode;
  reason?: string | undefined;
  /** What followed from it, computed: a sign-off that went stale. */
  consequence?: ReactNode;
  entry: { number: number; href: string };
  open?: boolean | undefined;
  /** Before and after, version and fingerprint, of an open entry. */
  children?: ReactNode;
}

/** One entry of the trail as a sentence, inside an `ol`. */
export function EventSentence({ at, by, protectedName, sentence, reason, consequence, entry, open, children }: EventSentenceProps) {
  const t = useTranslations("ui.event");
  const language = useLanguage();
  return (
    <li className={classNames("ev", open && "open", protectedName && "prot")}>
      <Time at={at} as="clock" />
      <Avatar name={protectedName ? "·" : by} />
      <div className="sen">
        <p>{sentence}</p>
        {reason && (
          <p className="rsn">
            <q>{reason}</q>
          </p>
        )}
        {consequence && (
          <p className="cons">
            <Icon name="rotate" /> {consequence}
          </p>
        )}
        {children && <div className="ba">{children}</div>}
      </div>
      <Link className="no num" to={entry.href} aria-label={t("entry", { number: entry.number })}>
        {number(entry.number, language)}
      </Link>
    </li>
  );
}
