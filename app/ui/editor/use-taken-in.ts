import { useEffect, useRef } from "react";
import type { BlockDocument } from "~/domain/text/document";
import type { MountedEditor } from "./editor-handle";

/** Brings a newer text of the same block into an editor that stands, so that the cursor and what can be undone stay. */
export function useTakenIn(editor: MountedEditor | null, doc: BlockDocument): void {
  const known = useRef({ doc, written: JSON.stringify(doc) });
  useEffect(() => {
    if (known.current.doc === doc) return;
    const written = JSON.stringify(doc);
    const isNew = written !== known.current.written;
    known.current = { doc, written };
    if (isNew) editor?.takeIn(null, doc);
  }, [editor, doc]);
}
