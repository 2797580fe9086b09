import { findScale } from "~/domain/protocol/readers";
import { isOnScale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import { storedAppraisal, type Appraisal } from "~/domain/screening/appraisal";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableSource, keepSource } from "./keep-source.server";

/** How good a source is for this study, on the protocol's criteria for sources and in free words. */
export interface AppraiseSource extends Appraisal {
  assessmentId: string;
  id: string;
  version: number;
}

export async function appraiseSource(context: ChangeContext, input: AppraiseSource): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, criteria, note } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const before = await findChangeableSource(tx, assessmentId, id);
    const { protocol } = await findStudy(tx, assessmentId);
    requireKnown(protocol, criteria);
    const appraisal = storedAppraisal({ criteria, note });
    if (appraisal === before.appraisal && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.source.updateMany({ where: { id, version }, data: { appraisal, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepSource(tx, context, id);
    const subject = { type: "source", id, version: version + 1 } as const;
    const told = { appraisal: { before: before.appraisal, after: appraisal } };
    return { result: { version: version + 1 }, event: { action: "source.appraise", subject, label: before.code, change: told } };
  });
}

/** Refuses a criterion that the protocol does not have, and a level that its scale does not have. */
function requireKnown(protocol: Protocol, criteria: Appraisal["criteria"]): void {
  for (const [id, { level }] of Object.entries(criteria)) {
    const criterion = protocol.sourceCriteria?.find((one) => one.id === id);
    if (!criterion) throw refuse("invalid", { field: `reason.${id}`, problem: "choose" });
    const scale = criterion.scale === undefined ? null : findScale(protocol, criterion.scale);
    if (level !== null && !(scale && isOnScale(scale, level))) throw refuse("invalid", { field: `level.${id}`, problem: "choose" });
  }
}
