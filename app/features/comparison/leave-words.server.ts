import { contextOf } from "~/platform/request-context.server";
import type { loadMatrixPage } from "./load-matrix-page.server";

type MatrixPage = Awaited<ReturnType<typeof loadMatrixPage>>;

/** Leaves the first words out of the data of a page in HTML, which would hold them twice; the page gets them beside its data. */
export function leaveWordsToPage(request: Request, page: MatrixPage): MatrixPage {
  const context = contextOf(request);
  if (!context.rendersPage || page.kind === "reading") return page;
  context.leftToPage = page.comparison.words;
  return { ...page, comparison: { ...page.comparison, words: null } };
}
