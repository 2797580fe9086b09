import type { AttributionLevel } from "~/domain/attribution";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { countChange, keepInterview, keepParticipant } from "./keep-interview.server";

/** What was agreed with a participant, when and how; who may read the raw notes holds for the whole interview. */
export interface SetAttribution {
  assessmentId: string;
  participantId: string;
  version: number;
  attribution: AttributionLevel;
  mayQuote: boolean;
  wantsRecord: boolean | null;
  consentOn: string | null;
  consentHow: string | null;
  persons: number | null;
  notesFor: "team" | "interviewers";
}

const openFields = ["mayQuote", "wantsRecord", "consentOn", "persons"] as const;

export async function setAttribution(context: ChangeContext, input: SetAttribution): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, participantId: id, version, notesFor, ...rest } = input;
    const before = await tx.participant.findFirst({ where: { id, assessmentId }, include: { interviewee: { select: { code: true } } } });
    if (!before) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, before.interviewId);
    const data = {
      attribution: rest.attribution,
      mayQuote: rest.mayQuote,
      wantsRecord: rest.wantsRecord,
      consentOn: rest.consentOn,
      consentHow: rest.consentHow,
      persons: rest.persons,
    };
    const told = {
      ...Object.fromEntries(
        openFields.filter((field) => before[field] !== data[field]).map((field) => [field, { before: before[field], after: data[field] }]),
      ),
      ...(before.attribution !== data.attribution && { level: { before: before.attribution, after: data.attribution } }),
      ...(before.consentHow !== data.consentHow && { changed: ["consentHow" as const] }),
      ...(interview.notesFor !== notesFor && { notesFor: { before: interview.notesFor, after: notesFor } }),
    };
    if (Object.keys(told).length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.participant.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepParticipant(tx, context, id);
    if (interview.notesFor !== notesFor) {
      await tx.interview.update({ where: { id: interview.id }, data: { notesFor, version: { increment: 1 } } });
      await keepInterview(tx, context, interview.id);
    }
    await countChange(tx, interview.id);
    const subject = { type: "participant", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: {
        action: "participant.set-attribution",
        subject,
        label: `${interview.code}, ${before.interviewee.code}`,
        about: before.intervieweeId,
        change: told,
      },
    };
  });
}
