import { AttributionLevel, strictnessOf } from "~/domain/attribution";
import { noticesOfAgreement } from "~/domain/notices";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { countChange } from "~/platform/interview-changes.server";
import { findListedSinceIfAny, listAnswersGivenBy, noticeEditions } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, requireDayPassed } from "./check-interview.server";
import { keepInterview, keepParticipant } from "./keep-interview.server";

/** What was agreed with a participant, when and how; who may read the raw notes holds for the whole interview. */
export interface SetAttribution {
  assessmentId: string;
  participantId: string;
  version: number;
  attribution: AttributionLevel;
  mayQuote: boolean;
  wantsRecord: boolean | null;
  /** What was consented to in words ("" = not written down; left out = as it was), when and how it was recorded. */
  consentTo?: string;
  consentOn: string | null;
  consentHow: string | null;
  persons: number | null;
  notesFor: "team" | "interviewers";
  /** Who might read the notes when the form was made (left out = as it is now): another participant's form may have changed it since. */
  notesForBefore?: "team" | "interviewers";
}

const beside = { interviewee: { select: { code: true } } } as const;
const openFields = ["mayQuote", "wantsRecord", "consentOn", "persons"] as const;

export async function setAttribution(context: ChangeContext, input: SetAttribution): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, participantId: id, version, notesFor, notesForBefore, ...rest } = input;
    const before = await tx.participant.findFirst({ where: { id, assessmentId }, include: beside });
    if (!before) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, before.interviewId);
    if (before.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
    requireDayPassed(context, rest.consentOn, "consentOn");
    if ((notesForBefore ?? interview.notesFor) !== interview.notesFor) throw refuse("conflict", { version: before.version });
    const data = {
      attribution: rest.attribution,
      mayQuote: rest.mayQuote,
      wantsRecord: rest.wantsRecord,
      consentTo: rest.consentTo?.trim() ?? before.consentTo,
      consentOn: rest.consentOn,
      consentHow: rest.consentHow,
      persons: rest.persons,
    };
    const changed = (["consentTo", "consentHow"] as const).filter((field) => before[field] !== data[field]);
    const told = {
      ...Object.fromEntries(
        openFields.filter((field) => before[field] !== data[field]).map((field) => [field, { before: before[field], after: data[field] }]),
      ),
      ...(before.attribution !== data.attribution && { level: { before: before.attribution, after: data.attribution } }),
      ...(changed.length > 0 && { changed }),
      ...(interview.notesFor !== notesFor && { notesFor: { before: interview.notesFor, after: notesFor } }),
    };
    if (Object.keys(told).length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.participant.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepParticipant(tx, context, id);
    await noticeStricter(tx, context, before, data);
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

type Agreed = { id: string; assessmentId: string; interviewId: string; attribution: string; mayQuote: boolean };

/** Tells the lead of the released editions that show somebody as was agreed before, when less is allowed now. */
async function noticeStricter(
  tx: Tx,
  context: ChangeContext,
  before: Agreed,
  after: { attribution: AttributionLevel; mayQuote: boolean },
): Promise<void> {
  const level = AttributionLevel.parse(before.attribution);
  const stricter = strictnessOf(after.attribution) > strictnessOf(level);
  for (const kind of noticesOfAgreement(stricter, { before: before.mayQuote, after: after.mayQuote })) {
    const answers = await listAnswersGivenBy(tx, before);
    const listedSince = kind === "stricter-level" ? await findListedSinceIfAny(tx, before) : null;
    const about = { kind: "participant", id: before.id } as const;
    await noticeEditions(tx, context, { assessmentId: before.assessmentId, answers, listedSince, kind, about });
  }
}
