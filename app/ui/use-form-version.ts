import { useState } from "react";
import type { SaveStatus } from "./saved-indicator";

/**
 * The version that a form which saves by itself was read at. It goes along with the text in the form: it moves on when this form
 * was kept, never because the page was read again and somebody else's newer version came with it. `answered` is the version with which
 * the server gave the form back, where it did.
 */
export function useFormVersion(read: number, status: SaveStatus, answered?: string): number {
  const [held, setHeld] = useState({ version: Number(answered ?? read), status, answered });
  if (held.status === status && held.answered === answered) return held.version;
  const kept = held.status !== status && "version" in status ? status.version : undefined;
  const given = held.answered !== answered && answered !== undefined ? Number(answered) : undefined;
  const version = given ?? kept ?? held.version;
  setHeld({ version, status, answered });
  return version;
}
