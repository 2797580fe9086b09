import { useEffect, useState } from "react";

/** Words that are selected in the text of the reading room, and the place of the statement that they stand in, if they stand in one. */
export interface SelectedPassage {
  text: string;
  statement: string | null;
}

const longest = 2000;

/** What was last selected in the text; a selection elsewhere, such as in a form, leaves it as it was. */
export function useSelectedPassage(): SelectedPassage | null {
  const [passage, setPassage] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    function changed() {
      const selection = document.getSelection();
      const from = selection?.anchorNode?.parentElement;
      const text = selection?.toString().replaceAll(/\s+/gu, " ").trim() ?? "";
      if (!from?.closest(".read") || text === "") return;
      setPassage({ text: text.slice(0, longest), statement: from.closest(".rs")?.id || null });
    }
    changed();
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, []);
  return passage;
}
