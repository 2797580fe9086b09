import type { ShownComparison } from "./open-comparison.server";

/** Where something of the later edition is read; nothing for what it doesn't have. */
export function readHref({ to, path, pages, language }: ShownComparison, anchor: string | null): string | null {
  const section = anchor === null ? undefined : pages[anchor];
  if (section === undefined) return null;
  const draft = to.onlyDraft === undefined ? "" : `draft=${to.onlyDraft}&`;
  return `${path}/${to.number}/read/${section}?${draft}in=${language}#${anchor}`;
}
