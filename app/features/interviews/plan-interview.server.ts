import type { LocalText } from "~/domain/local-text";
import { type WorkLevel, workLevelsIn } from "~/domain/levels";
import { firstInterviewState } from "~/domain/moves/interview";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { requireAgreement, requireInterviewees, requireInterviewers, requirePerspective } from "./check-interview.server";
import { keepInterview, keepParticipant } from "./keep-interview.server";

/** What is planned about an interview; days are `yyyy-mm-dd`. */
export interface InterviewPlan {
  title: LocalText;
  perspective: string | null;
  selectionReason: LocalText;
  levels: readonly WorkLevel[];
  /** With whom of the commissioner the choice was agreed, and on which day; both are null on the long list. */
  agreedWith: string | null;
  agreedOn: string | null;
  plannedOn: string | null;
  language: string;
  mode: string | null;
  place: string | null;
}

export interface PlanInterview extends InterviewPlan {
  assessmentId: string;
  interviewerIds: readonly string[];
  intervieweeIds: readonly string[];
}

/** Puts an interview on the long list, or plans it when the choice was agreed at once. Nothing was agreed with the interviewees yet, so its participants are anonymous and its notes are for those who hold it. */
export async function planInterview(context: ChangeContext, input: PlanInterview): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, interviewerIds, intervieweeIds } = input;
    requireMay(context, assessmentId, "interview.create", "interview.read");
    await requirePerspective(tx, assessmentId, input.perspective);
    requireAgreement(context, input);
    await requireInterviewers(tx, assessmentId, interviewerIds);
    const codes = await requireInterviewees(tx, context, assessmentId, { ids: intervieweeIds, field: "intervieweeIds" });
    const state = firstInterviewState(input.agreedOn);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "interview");
    const code = `I${number}`;
    await tx.interview.create({
      data: {
        id,
        assessmentId,
        number,
        code,
        ...planned(input),
        state,
        notesFor: "interviewers",
        changes: 1,
        createdAt: context.at,
        version: 1,
      },
    });
    for (const userId of interviewerIds)
      await tx.interviewer.create({ data: { id: newId(context.at), assessmentId, interviewId: id, userId } });
    await keepInterview(tx, context, id);
    for (const intervieweeId of intervieweeIds)
      await createParticipant(tx, context, { assessmentId, interviewId: id, intervieweeId, persons: null });
    const told = {
      state,
      perspective: input.perspective,
      levels: [...input.levels],
      agreedOn: input.agreedOn,
      plannedOn: input.plannedOn,
      language: input.language,
      participants: [...codes.values()],
      interviewers: [...interviewerIds],
    };
    const subject = { type: "interview", id, version: 1 } as const;
    return { result: { id, code }, event: { action: "interview.create", subject, label: code, change: told } };
  });
}

/** The columns of a plan. */
export function planned({ title, selectionReason, levels, ...plan }: InterviewPlan) {
  const { perspective, agreedWith, agreedOn, plannedOn, language, mode, place } = plan;
  return {
    title: JSON.stringify(title),
    selectionReason: JSON.stringify(selectionReason),
    levels: JSON.stringify(workLevelsIn(levels)),
    perspective,
    agreedWith,
    agreedOn,
    plannedOn,
    language,
    mode,
    place,
  };
}

/** A participant with whom nothing was agreed yet; persons = how many will speak, null when that is not known. */
export async function createParticipant(
  tx: Tx,
  context: ChangeContext,
  who: { assessmentId: string; interviewId: string; intervieweeId: string; persons: number | null },
): Promise<string> {
  const id = newId(context.at);
  const number = 1 + (await tx.participant.count({ where: { interviewId: who.interviewId } }));
  await tx.participant.create({ data: { id, ...who, number, attribution: "anonymous", mayQuote: false, version: 1 } });
  await keepParticipant(tx, context, id);
  return id;
}
