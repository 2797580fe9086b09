import { countKinds } from "~/domain/screening/counts";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A number of publications that no record stands for, with where it comes from; 0 takes it back. */
export interface CountByHand {
  assessmentId: string;
  kind: string;
  count: number;
  note: string;
  version: number;
}

export async function countByHand(context: ChangeContext, input: CountByHand): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, kind, count, note, version } = input;
    requireMay(context, assessmentId, "screening.decide", "screening.read");
    const { protocol } = await findStudy(tx, assessmentId);
    if (!protocol.screening) throw refuse("wrong-state");
    if (!countKinds(protocol.screening.exclusionReasons).includes(kind)) throw refuse("invalid", { field: "kind", problem: "choose" });
    const before = await tx.screeningCount.findUnique({ where: { assessmentId_kind: { assessmentId, kind } } });
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    if ((before?.count ?? 0) === count && (before?.note ?? "") === note) return { result: { version }, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const data = { count, note, byId: context.by.id, at: context.at, version: version + 1 };
    await tx.screeningCount.upsert({ where: { id }, create: { id, assessmentId, kind, ...data }, update: data });
    const { by, at } = context;
    await keepVersion(tx, {
      assessmentId,
      kind: "screening-count",
      recordId: id,
      number: version + 1,
      body: { kind, count, note },
      by,
      at,
    });
    const subject = { type: "screening-count", id, version: version + 1 } as const;
    const told = {
      kind,
      count: { before: before?.count ?? null, after: count },
      ...((before?.note ?? "") !== note && { note: { before: before?.note ?? null, after: note } }),
    };
    return { result: { version: version + 1 }, event: { action: "screening.count", subject, label: kind, change: told } };
  });
}
