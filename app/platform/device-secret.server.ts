import { createHmac } from "node:crypto";
import { subKey } from "./environment.server";

/** The secret of one person from which her browser makes the key for unsent work; given to her signed-in pages only. */
export function deviceSecret(userId: string): string {
  return createHmac("sha256", subKey("device-drafts")).update(userId).digest("base64");
}
