import type { Interest } from "~/domain/attribution";
import type { LocalText } from "~/domain/local-text";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import { requireActors, requireKind } from "./check-interviewee.server";
import { keepIdentity, keepInterviewee } from "~/platform/keep-interviewee.server";

/** An interviewee as filled in; name and contact are kept apart. */
export interface AddInterviewee {
  assessmentId: string;
  kind: string;
  organisation: LocalText;
  role: LocalText;
  actorId: string | null;
  interest: readonly Interest[];
  name: string | null;
  contact: string | null;
}

export async function addInterviewee(context: ChangeContext, input: AddInterviewee): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, kind, actorId, name, contact } = input;
    requireMay(context, assessmentId, "interviewee.write", "interviewee.read");
    await requireKind(tx, assessmentId, kind);
    await requireActors(tx, assessmentId, [actorId, ...input.interest.map((each) => each.actorId ?? null)]);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "interviewee");
    const code = `P${number}`;
    const texts = {
      organisation: JSON.stringify(input.organisation),
      role: JSON.stringify(input.role),
      interest: JSON.stringify(input.interest),
    };
    await tx.interviewee.create({ data: { id, assessmentId, number, code, kind, actorId, ...texts, createdAt: context.at, version: 1 } });
    await keepInterviewee(tx, context, id);
    if (name !== null || contact !== null) {
      await tx.identity.create({ data: { intervieweeId: id, assessmentId, name, contact, version: 1 } });
      await keepIdentity(tx, context, id);
    }
    const subject = { type: "interviewee", id, version: 1 } as const;
    return { result: { id, code }, event: { action: "interviewee.add", subject, label: code, about: id, change: {} } };
  });
}
