import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { type NewProtocol, putInForce } from "~/platform/protocol/put-in-force.server";
import { refuse } from "~/platform/refusal.server";

/** Puts another protocol in force and fits the sections to its outline. Refused once frozen, and when something that has records would vanish or change its kind. */
export async function replaceProtocol(context: ChangeContext, input: NewProtocol): Promise<{ number: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, version } = input;
    requireMay(context, assessmentId, "protocol.replace", "protocol.read");
    const assessment = await tx.assessment.findUnique({ where: { id: assessmentId } });
    if (!assessment) throw refuse("not-found");
    if (assessment.frozenAt) throw refuse("wrong-state", { state: "frozen" });
    if (assessment.version !== version) throw refuse("conflict", { version: assessment.version });
    const put = await putInForce(tx, context, input);
    if (put === null) return { result: { number: assessment.protocolNumber }, event: "nothing changed" };
    const { id, number, digest } = put;
    const told = { fileName: input.fileName, digest };
    return {
      result: { number },
      event: { action: "protocol.replace", subject: { type: "protocol", id, version: number }, label: String(number), change: told },
    };
  });
}
