import type { ReactNode } from "react";

/** What stands where there is nothing yet: a sentence, what is expected here, and the one way to begin. */
export function EmptyState({ title, children, act }: { title: ReactNode; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children && <p className="soft">{children}</p>}
      {act && <div className="row wrap">{act}</div>}
    </div>
  );
}
