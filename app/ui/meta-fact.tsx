import type { ReactNode } from "react";
import type { IconName } from "./icon";
import { Icon } from "./icon";

/** One fact under the title of a page, with a drawing before it. */
export function MetaFact({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <span className="row">
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
