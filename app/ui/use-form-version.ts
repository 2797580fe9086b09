import { useState } from "react";
import type { SaveStatus } from "./saved-indicator";

/**
 * The version that a form which saves by itself was read at. It goes along with the text in the form: it moves on when this form
 * was kept, never because the page was read again and somebody else's newer version came with it.
 */
export function useFormVersion(read: number, status: SaveStatus): number {
  const [version, setVersion] = useState(read);
  const kept = status.state === "saved" || status.state === "saving" ? status.version : undefined;
  if (kept !== undefined && kept !== version) setVersion(kept);
  return kept ?? version;
}
