import type { MergeTaken } from "~/domain/text/merge-node";
import type { EditForm } from "./schema";
import type { MergedWords } from "./merge-words.server";

/** What an autosave is told when the words of others were taken in: the words as they stand now, whose they are and what came. */
export interface MergedAnswer {
  doc: string;
  by: string[];
  taken: MergeTaken[];
}

/** So much of what was taken in is told; the rest stands in the text. */
const mostTold = 20;

/** A merge as the page is told of it. */
export function mergedAnswer({ document, by, taken }: MergedWords): MergedAnswer {
  return { doc: JSON.stringify(document), by, taken: taken.slice(0, mostTold) };
}

/** The query of the page with what was merged named, so that it is told there without script too: block, version begun from, version made. */
export function withMerge(search: string, form: EditForm, done: { version: number | null; merged?: MergedWords | undefined }): string {
  const query = new URLSearchParams(search);
  query.delete("merged");
  const isTold =
    done.merged && done.merged.by.length > 0 && done.version !== null && (form.intent === "block" || form.intent === "translate");
  if (isTold) query.set("merged", `${form.id} ${form.version} ${done.version}`);
  return query.size > 0 ? `?${query.toString()}` : "";
}
