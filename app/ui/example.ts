import type { ReactElement } from "react";

/** Situations in which a part is shown to those who build with it, and tried by the tests; invented content only. */
export type Examples = Record<string, ReactElement>;
