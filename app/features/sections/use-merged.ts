import { type RefObject, useEffect, useState } from "react";
import type { EditorHandle } from "~/ui/editor/editor-handle";
import { hearMerged, type WordsMerged } from "~/ui/words-merged";

/** Brings the words of others that a save took in into the editor of its form, beside what is typed meanwhile; gives the last such save. */
export function useMerged(form: RefObject<HTMLFormElement>, editor: RefObject<EditorHandle | null>): WordsMerged | null {
  const [told, setTold] = useState<WordsMerged | null>(null);
  useEffect(() => {
    if (!form.current) return;
    return hearMerged(form.current, (merged) => {
      const isTaken = merged.sent !== null && editor.current?.takeIn(merged.sent, merged.doc) === true;
      if (merged.by.length > 0) setTold(merged);
      return isTaken;
    });
  }, [form, editor]);
  return told;
}
