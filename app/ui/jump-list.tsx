import { useTranslations } from "use-intl";
import { Bar } from "./bar";
import { classNames } from "./class-names";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** What became of a question; `error` = it has to be put right before the record can be sent. */
type JumpState = "open" | "answered" | "no-answer" | "not-asked" | "error" | "corrected" | "with-interviewee" | "confirmed" | "withdrawn";

/** One question of the list; `href` is its place on the page or its own page. */
interface Jump {
  number: string;
  title: string;
  href: string;
  state: JumpState;
  current?: boolean | undefined;
}

/** A part of the guide; `folded` is the one line that stands for all its questions when every one is settled. */
interface JumpPart {
  heading?: string | undefined;
  folded?: { label: string; href: string } | undefined;
  items: readonly Jump[];
}

export interface JumpListProps {
  label: string;
  done: number;
  total: number;
  parts: readonly JumpPart[];
}

const marks: Record<JumpState, { icon: IconName; className?: string }> = {
  open: { icon: "circle" },
  answered: { icon: "check", className: "ok" },
  "no-answer": { icon: "minus", className: "ok" },
  "not-asked": { icon: "minus" },
  error: { icon: "octagon", className: "bad" },
  corrected: { icon: "pencil", className: "bad" },
  "with-interviewee": { icon: "mail" },
  confirmed: { icon: "circle-check", className: "ok" },
  withdrawn: { icon: "x" },
};

/** Where each question of a form stands, and the way to it. On a narrow screen only the progress stays. */
export function JumpList({ label, done, total, parts }: JumpListProps) {
  const t = useTranslations("ui.guide");
  return (
    <nav className="guide" aria-label={label}>
      <p className="prog">{t.rich("done", { done, total, b: (words) => <b className="num">{words}</b> })}</p>
      <Bar done={done} total={total} />
      {parts.map((part, place) => (
        <div key={part.heading ?? place}>
          {part.heading && <h2>{part.heading}</h2>}
          <ol>{part.folded ? <FoldedPart {...part.folded} /> : part.items.map((item) => <JumpItem key={item.number} item={item} />)}</ol>
        </div>
      ))}
    </nav>
  );
}

function FoldedPart({ label, href }: { label: string; href: string }) {
  return (
    <li className="fold">
      <a href={href}>
        <Icon name="check" />
        {label}
      </a>
    </li>
  );
}

function JumpItem({ item }: { item: Jump }) {
  const t = useTranslations("ui.guide.states");
  const mark = marks[item.state];
  return (
    <li>
      <a href={item.href} aria-current={item.current ? "step" : undefined}>
        <span className="n num">{item.number}</span>
        <span className="t-one">{item.title}</span>
        <span className={classNames("s", mark.className)}>
          <Icon name={mark.icon} />
          <span className="vh">{t(item.state)}</span>
        </span>
      </a>
    </li>
  );
}
