import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeable } from "./check-interviewee.server";
import { keepIdentity } from "~/platform/keep-interviewee.server";

/** Name and contact of an interviewee, at the version of the identity that the form was read at (0 = none yet). */
export interface SetIdentity {
  assessmentId: string;
  intervieweeId: string;
  version: number;
  name: string | null;
  contact: string | null;
}

export async function setIdentity(context: ChangeContext, input: SetIdentity): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, intervieweeId, version, name, contact } = input;
    const { code } = await findChangeable(tx, context, assessmentId, intervieweeId);
    const before = await tx.identity.findUnique({ where: { intervieweeId } });
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    const changed = (["name", "contact"] as const).filter((field) => (before?.[field] ?? null) !== input[field]);
    if (changed.length === 0) return { result: { version }, event: "nothing changed" };
    const data = { name, contact, version: version + 1 };
    await tx.identity.upsert({ where: { intervieweeId }, create: { intervieweeId, assessmentId, ...data }, update: data });
    await keepIdentity(tx, context, intervieweeId);
    const subject = { type: "interviewee", id: intervieweeId, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "interviewee.set-identity", subject, label: code, about: intervieweeId, change: { changed } },
    };
  });
}
