import type { ReactNode } from "react";
import { useId } from "react";
import { classNames } from "./class-names";

export interface SheetProps {
  title: ReactNode;
  /** At the right of the title: a link, a tag, a count. */
  aside?: ReactNode;
  /** A sentence under the title. */
  intro?: ReactNode;
  footer?: ReactNode;
  /** Without the padding of the body, for a table or a list that reaches the edge. */
  flush?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  as?: "section" | "aside" | "article" | undefined;
  children?: ReactNode;
}

/** One level of paper on the page, headed by an `h2`. Never a sheet in a sheet. */
export function Sheet({ title, aside, intro, footer, flush, id, className, as: Element = "section", children }: SheetProps) {
  const heading = useId();
  return (
    <Element className={classNames("sheet", className)} id={id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {aside && <span className="push">{aside}</span>}
        {intro && <p>{intro}</p>}
      </header>
      {children && (flush ? children : <div className="body">{children}</div>)}
      {footer && <footer>{footer}</footer>}
    </Element>
  );
}

/** A page of a wide column and a narrow one beside it, under each other on a narrow screen. */
export function MainAside({ children, aside, label }: { children: ReactNode; aside: ReactNode; label: string }) {
  return (
    <div className="cols main-aside">
      <div className="gap">{children}</div>
      <aside className="gap" aria-label={label}>
        {aside}
      </aside>
    </div>
  );
}
