import type { useTranslations } from "use-intl";

/** Words of the tool by full key: `t("sources.title")`. */
export type Words = ReturnType<typeof useTranslations<never>>;

/** What a route says about the page around it; `Data` is what its loader answers. */
export interface PageHandle<Data = never> {
  /** The first part of the title in the browser's tab; the assessment and the product follow by themselves. */
  title: (t: Words, data: Data) => string;
  /** Without band and side: signing in, a personal link. */
  bare?: boolean;
  /** The main region at full width: matrices and pages of columns. */
  wide?: boolean;
}
