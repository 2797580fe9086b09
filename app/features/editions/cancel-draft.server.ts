import { compileJobMove } from "~/domain/moves/compile-job";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import { db, operate } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { noteSaved } from "~/platform/request-context.server";
import { endHere } from "./compile-loop.server";

/** Calls a draft off that waits or is being made; nothing of it stays. Refuses one that has ended; one that was called off before stays so. */
export async function cancelDraft(context: ChangeContext, { assessmentId, id }: { assessmentId: string; id: string }): Promise<void> {
  requireMay(context, assessmentId, "edition.compile", "edition.list");
  const { from, to } = compileJobMove("cancel");
  const { count } = await operate((tx) =>
    tx.compileJob.updateMany({
      where: { id, assessmentId, state: { in: from } },
      data: { state: to, place: null, endedAt: context.at, seenAt: context.at },
    }),
  );
  noteSaved(context.request, { own: ["draftCancelled"] });
  if (count > 0) return endHere(id);
  const job = await db.compileJob.findFirst({ where: { id, assessmentId }, select: { state: true } });
  if (!job) throw refuse("not-found");
  if (job.state !== to) throw refuse("wrong-state", { state: job.state });
}
