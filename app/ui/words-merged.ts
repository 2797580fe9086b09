import type { BlockDocument } from "~/domain/text/document";
import { blockDocument } from "~/domain/text/document";
import type { MergeTaken } from "~/domain/text/merge-node";
import { z } from "zod";

/** What a save took in of others: the words as they stand now, whose they are besides one's own, and what came. */
export interface WordsMerged {
  doc: BlockDocument;
  by: string[];
  taken: MergeTaken[];
  /** The words as they were sent; unknown where a plain text was. */
  sent: BlockDocument | null;
}

const eventName = "words-merged";

const Answer = z.object({
  doc: z.string(),
  by: z.array(z.string()),
  taken: z.array(z.object({ side: z.enum(["theirs", "mine", "both"]), before: z.string(), after: z.string(), beside: z.boolean() })),
});

/**
 * Tells the form of a save that took in the words of others, before anything newer is sent of it. False where the form could not show them:
 * then it keeps the version that it began from, and its next save is put together with them anew.
 */
export function tellMerged(form: HTMLFormElement, answer: unknown, sent: string | null): boolean {
  const read = Answer.safeParse(answer);
  const doc = read.success ? documentIn(read.data.doc) : null;
  if (!read.success || !doc) return false;
  const detail: WordsMerged = { ...read.data, doc, sent: sent === null ? null : documentIn(sent) };
  return form.dispatchEvent(new CustomEvent(eventName, { detail, cancelable: true }));
}

/** Listens to such saves of a form; `take` says whether it could show the words. */
export function hearMerged(form: HTMLFormElement, take: (merged: WordsMerged) => boolean): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent && !take(event.detail as WordsMerged)) event.preventDefault(); // sent by `tellMerged` alone
  };
  form.addEventListener(eventName, hear);
  return () => form.removeEventListener(eventName, hear);
}

function documentIn(json: string): BlockDocument | null {
  try {
    const read = blockDocument.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
