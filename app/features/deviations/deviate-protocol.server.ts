import { canonical } from "~/domain/canonical";
import { dayAt } from "~/domain/day";
import type { LocalText } from "~/domain/local-text";
import { protocolChanges } from "~/domain/protocol/protocol-changes";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { type NewProtocol, type PutInForce, putInForce } from "~/platform/protocol/put-in-force.server";
import { refuse } from "~/platform/refusal.server";
import { findAffected } from "./find-affected.server";
import { keepDeviation } from "./keep-deviation.server";

/** Another protocol after freezing: why, what it means for the study, and who agreed to it on which day. */
export interface DeviateProtocol extends NewProtocol {
  reason: LocalText;
  effect: LocalText;
  approvedBy: string;
  approvedOn: string;
}

/**
 * Puts another protocol in force although it was frozen, and keeps what changed and what had been recorded under the wording before. Refused while the
 * protocol is not frozen, and when something that has records would vanish without another in its place.
 */
export async function deviateProtocol(context: ChangeContext, input: DeviateProtocol): Promise<{ number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId } = input;
    requireMay(context, assessmentId, "protocol.deviate", "protocol.read");
    await requireFrozen(tx, input);
    if (input.approvedOn > dayAt(context.at)) throw refuse("invalid", { field: "approvedOn", problem: "in-future" });
    const { protocol: old, assessment } = await findStudy(tx, assessmentId);
    const changes = protocolChanges(old, input.protocol);
    if (changes.length === 0) throw refuse("invalid", { field: "file", problem: "protocol-same" });
    const affected = await findAffected(tx, assessmentId, old, changes);
    const put = await putInForce(tx, context, input);
    if (put === null) throw refuse("invalid", { field: "file", problem: "protocol-same" });
    const number = await nextNumber(tx, assessmentId, "deviation");
    const id = newId(context.at);
    const { reason, effect, approvedBy, approvedOn } = input;
    await tx.deviation.create({
      data: {
        id,
        assessmentId,
        number,
        protocolNumber: put.number,
        reason: canonical(reason),
        effect: canonical(effect),
        approvedBy,
        approvedOn,
        changes: canonical(changes),
        affected: canonical(affected),
        at: context.at,
        byId: context.by.id,
        version: 1,
      },
    });
    await keepDeviation(tx, context, id);
    const subject = { type: "deviation", id, version: 1 } as const;
    const told = toldOf(input, { before: assessment.protocolNumber, put, affected: affected.length });
    return { result: { number }, event: { action: "protocol.deviate", subject, label: String(number), change: told } };
  });
}

async function requireFrozen(tx: Tx, { assessmentId, version }: NewProtocol): Promise<void> {
  const assessment = await tx.assessment.findUnique({ where: { id: assessmentId }, select: { frozenAt: true, version: true } });
  if (!assessment) throw refuse("not-found");
  if (!assessment.frozenAt) throw refuse("wrong-state", { state: "not-frozen" });
  if (assessment.version !== version) throw refuse("conflict", { version: assessment.version });
}

function toldOf(input: DeviateProtocol, { before, put, affected }: { before: number; put: PutInForce; affected: number }) {
  const { fileName, reason, effect, approvedBy, approvedOn } = input;
  const words = (text: LocalText) => Object.values(text).join("\n\n");
  return {
    protocol: { before: String(before), after: String(put.number) },
    fileName,
    digest: put.digest,
    reason: words(reason),
    effect: words(effect),
    approvedBy,
    approvedOn,
    affected,
  };
}
