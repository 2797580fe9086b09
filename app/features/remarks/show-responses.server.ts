import type { AuditEvent } from "~/domain/audit";
import { mayBeShown } from "~/domain/remarks/remark";
import { requireMay } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { RemarkAnswer } from "~/platform/remarks.server";
import { keepRemark } from "./keep-remark.server";

/** The remarks whose responses are shown, each at the version that was read. */
export interface ShowResponses {
  assessmentId: string;
  editionId: string;
  remarks: readonly { id: string; version: number }[];
}

/** Shows responses to those who made the remarks, in one act of the lead. Refuses one without words, and all of them where one was changed meanwhile. */
export async function showResponses(context: ChangeContext, input: ShowResponses): Promise<{ shown: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, editionId, remarks } = input;
    requireMay(context, assessmentId, "remark.show", "remark.read");
    const edition = await tx.edition.findFirst({ where: { id: editionId, assessmentId }, select: { number: true } });
    if (!edition) throw refuse("not-found");
    if (remarks.length === 0) throw refuse("invalid", { field: "remark", problem: "nothing-to-show" });
    const events: AuditEvent[] = [];
    for (const named of remarks) events.push(await show(tx, context, input, named, edition.number));
    return { result: { shown: events.length }, event: asEvents(events) };
  });
}

async function show(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, editionId }: ShowResponses,
  { id, version }: { id: string; version: number },
  edition: number,
): Promise<AuditEvent> {
  const remark = await tx.remark.findFirst({ where: { id, assessmentId, editionId, sentAt: { not: null } } });
  if (!remark) throw refuse("not-found");
  const answered = RemarkAnswer.parse(remark);
  if (!mayBeShown({ ...remark, ...answered })) throw refuse("wrong-state", { state: remark.shownAt ? "shown" : "open" });
  const { count } = await tx.remark.updateMany({ where: { id, version }, data: { shownAt: context.at, version: version + 1 } });
  if (count === 0) throw refuse("conflict", { version: remark.version });
  await keepRemark(tx, context, id);
  const subject = { type: "remark", id, version: version + 1 } as const;
  return { action: "remark.show", subject, label: remark.code, change: { edition, stance: answered.stance ?? "" } };
}
