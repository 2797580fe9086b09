import type { LocalText } from "~/domain/local-text";
import { interviewStates } from "~/domain/moves/interview";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { requireInterviewees, requireInterviewers, requirePerspective } from "./check-interview.server";
import { keepInterview, keepParticipant } from "./keep-interview.server";

/** What is planned about an interview; days are `yyyy-mm-dd`. */
export interface InterviewPlan {
  title: LocalText;
  perspective: string | null;
  selectionReason: LocalText;
  agreedWith: string | null;
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

/** Plans an interview. Nothing was agreed yet, so its participants are anonymous and its notes are for those who hold it. */
export async function planInterview(context: ChangeContext, input: PlanInterview): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, interviewerIds, intervieweeIds } = input;
    requireMay(context, assessmentId, "interview.create", "interview.read");
    await requirePerspective(tx, assessmentId, input.perspective);
    await requireInterviewers(tx, assessmentId, interviewerIds);
    const codes = await requireInterviewees(tx, assessmentId, intervieweeIds);
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
        state: interviewStates[0],
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
      perspective: input.perspective,
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
export function planned({ title, perspective, selectionReason, agreedWith, plannedOn, language, mode, place }: InterviewPlan) {
  return {
    title: JSON.stringify(title),
    selectionReason: JSON.stringify(selectionReason),
    perspective,
    agreedWith,
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
