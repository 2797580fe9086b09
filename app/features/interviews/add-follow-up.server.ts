import { codeOfAnswer, guideOf } from "~/domain/interviews/guide";
import { nextFollowUp } from "~/domain/interviews/follow-up";
import { writableInterviewStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { newId } from "~/platform/ids.server";
import { once } from "~/platform/idempotency.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { aboutGivers } from "./about-givers.server";
import { findChangeableInterview, protocolInForce } from "./check-interview.server";

/** A question that was asked beside the guide, in the interviewer's words, to a question of the guide. */
export interface AddFollowUp {
  assessmentId: string;
  interviewId: string;
  question: string;
  wording: string;
  key?: string | null;
}

/** Adds a follow-up to a question: an open answer of its own, which is then filled in as any other. */
export async function addFollowUp(context: ChangeContext, input: AddFollowUp): Promise<{ id: string; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, interviewId, wording } = input;
    const interview = await findChangeableInterview(tx, context, assessmentId, interviewId);
    return once(tx, context, input.key ?? null, async () => {
      if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
      await requireRecordUnlocked(tx, interviewId, context.at);
      if (wording.trim() === "") throw refuse("invalid", { field: "wording", problem: "required" });
      const { protocol, number } = await protocolInForce(tx, assessmentId);
      const select = { id: true, intervieweeId: true, interviewee: { select: { kind: true } } } as const;
      const participants = await tx.participant.findMany({ where: { interviewId }, select });
      const blocks = guideOf(
        protocol,
        participants.map(({ interviewee }) => interviewee.kind),
      );
      const question = blocks.flatMap(({ questions }) => questions).find(({ id: one }) => one === input.question);
      const asked = await tx.interviewAnswer.findMany({ where: { interviewId, question: input.question }, select: { part: true } });
      const part = nextFollowUp(asked.map((answer) => answer.part));
      const code = question && codeOfAnswer(interview.code, question, part);
      if (!code) throw refuse("not-found");
      const id = newId(context.at);
      const { language } = interview;
      const empty = { state: "open", notes: "", record: "", givenBy: "[]", byId: context.by.id, at: context.at, version: 1 };
      const words = JSON.stringify({ [language]: wording.trim() });
      const place = { assessmentId, interviewId, code, question: input.question, part, language, wording: words, protocolNumber: number };
      await tx.interviewAnswer.create({ data: { ...empty, ...place, id } });
      await keepAnswer(tx, context, id);
      await countChange(tx, interviewId);
      const subject = { type: "interview-answer", id, version: 1 } as const;
      const about = aboutGivers(participants, []);
      return {
        result: { id, code },
        event: { action: "answer.follow-up", subject, label: code, ...about, change: { wording: wording.trim() } },
      };
    });
  });
}
