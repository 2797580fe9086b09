import type { ReactNode } from "react";

/** One thing that can be chosen. */
export interface Option {
  value: string;
  label: string;
}

/** One thing that can be chosen, where there is room to say more about it. */
export interface RichOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** Options under a heading. */
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}
