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

/** The languages of a study to choose from, by their codes. */
export function languageOptions(codes: readonly string[]): Option[] {
  return codes.map((code) => ({ value: code, label: code.toUpperCase() }));
}
