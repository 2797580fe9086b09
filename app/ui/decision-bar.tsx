import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface DecisionBarProps {
  label: string;
  title: ReactNode;
  /** What the decision binds. */
  children: ReactNode;
  acts: ReactNode;
  /** At the foot of a form instead of the window. */
  still?: boolean | undefined;
}

/** Where a decision is taken: it says what it binds, and comes last in the order of the keyboard. */
export function DecisionBar({ label, title, children, acts, still }: DecisionBarProps) {
  return (
    <div className={classNames("decide", still && "still")} role="region" aria-label={label}>
      <div>
        <p className="strong">{title}</p>
        <div className="small soft">{children}</div>
      </div>
      <div className="row push">{acts}</div>
    </div>
  );
}
