import { change } from "./change.server";
import type { ChangeContext } from "./change.server";
import { db } from "./db.server";
import { newId } from "./ids.server";

/** The id of the installation; the first time it is made, with the first event of all. Safe to call at every start. */
export async function ensureInstallation({ at, request, program }: { at: Date; request: string; program: string }): Promise<string> {
  const known = await db.installation.findFirst();
  if (known) return known.id;
  const id = newId(at);
  const context: ChangeContext = { by: { kind: "system", id: "start" }, at, request };
  return change({ ...context, chain: "installation" }, async (tx) => {
    const other = await tx.installation.findFirst();
    if (other) return { result: other.id, event: "nothing changed" };
    return {
      result: id,
      event: { action: "installation.start", subject: { type: "installation", id, version: 1 }, label: program, change: { program } },
    };
  });
}
