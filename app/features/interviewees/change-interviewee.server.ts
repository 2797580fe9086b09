import type { Interest } from "~/domain/attribution";
import type { LocalText } from "~/domain/local-text";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeable, requireActors, requireKind } from "./check-interviewee.server";
import { keepInterviewee } from "~/platform/keep-interviewee.server";

/** An interviewee as filled in again, at the version that the form was read at. */
export interface ChangeInterviewee {
  assessmentId: string;
  id: string;
  version: number;
  kind: string;
  organisation: LocalText;
  role: LocalText;
  actorId: string | null;
  interest: readonly Interest[];
}

export async function changeInterviewee(context: ChangeContext, input: ChangeInterviewee): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, kind, actorId } = input;
    const before = await findChangeable(tx, context, assessmentId, id);
    await requireKind(tx, assessmentId, kind);
    await requireActors(tx, assessmentId, [actorId, ...input.interest.map((each) => each.actorId ?? null)]);
    const data = {
      kind,
      actorId,
      organisation: JSON.stringify(input.organisation),
      role: JSON.stringify(input.role),
      interest: JSON.stringify(input.interest),
    };
    const fields = (["kind", "organisation", "role", "interest"] as const).filter((field) => before[field] !== data[field]);
    const changed = [...fields, ...(before.actorId === actorId ? [] : (["actor"] as const))];
    if (changed.length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.interviewee.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepInterviewee(tx, context, id);
    const subject = { type: "interviewee", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "interviewee.change", subject, label: before.code, about: id, change: { changed } },
    };
  });
}
