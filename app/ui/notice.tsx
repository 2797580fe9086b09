import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** `base` tells of evidence or kept work, `stale` of something overtaken, `danger` of something that blocks. */
type NoticeTone = "info" | "base" | "stale" | "danger" | "ok";

export interface NoticeProps {
  tone?: NoticeTone | undefined;
  icon?: IconName | undefined;
  /** The sentence in bold, and what follows it. */
  title?: ReactNode;
  children?: ReactNode;
  /** Announced once, politely, when it appears after an act. */
  live?: boolean | undefined;
  className?: string | undefined;
}

const icons: Record<NoticeTone, IconName> = { info: "info", base: "check", stale: "rotate", danger: "octagon", ok: "circle-check" };

/** One sentence and one way on; it stays until what it tells is solved. */
export function Notice({ tone = "info", icon, title, children, live, className }: NoticeProps) {
  return (
    <div className={classNames("note", tone !== "info" && tone, className)} role={live ? "status" : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div>
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
