import { randomUUID } from "node:crypto";
import type { SerializeFrom } from "@remix-run/node";
import { type InterviewGuide, interviewGuide, type RecordedAnswer, settledGuide, valueAnswer } from "~/domain/interviews/guide";
import { heldStates, interviewMoves, takesBackHeld, writableInterviewStates } from "~/domain/moves/interview";
import { movesFrom } from "~/domain/moves/table";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import { listAttachments } from "~/platform/attachments.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listEarlierItems } from "~/platform/earlier-questions.server";
import { readInterviewCheck } from "~/platform/interview-check.server";
import { listParticipants } from "~/platform/interviewees.server";
import { listMissingConsents } from "~/platform/missing-consents.server";
import { hasShortcuts } from "~/platform/personal-settings.server";
import { listReferences } from "~/platform/references.server";
import type { FoundInterview } from "./find-interview.server";
import { loadAnswers } from "./load-answers.server";

/** Everything that the page of one interview shows to this person. */
export async function loadInterview(db: Db, user: Viewer, assessment: AssessmentRow, protocol: Protocol, interview: FoundInterview) {
  const participants = (await listParticipants(db, user, protocol, assessment.id, [interview.id])).get(interview.id) ?? [];
  const rows = await db.participant.findMany({
    where: { interviewId: interview.id },
    select: { id: true, withdrawnAt: true, interviewee: { select: { kind: true } } },
  });
  const answers = await loadAnswers(db, user, interview, participants);
  const writable = writableInterviewStates.includes(interview.state) && !interview.archived;
  const kinds = rows.map(({ interviewee }) => interviewee.kind);
  const guide = await guideFor(db, assessment.id, protocol, { writable, kinds, answers });
  const items = guide.blocks.flatMap(({ questions }) => questions.flatMap((question) => question.items));
  const asked = items.map(({ field, question, part }) => ({
    answer: valueAnswer(field.answer),
    value: answers.find((each) => each.question === question && each.part === part)?.value,
  }));
  const check = await readInterviewCheck(db, protocol.rules, interview.id);
  const locked = check.lockedUntil !== null;
  return {
    interview,
    participants: participants.map(({ id, code, shown: named, attribution, mayQuote, withdrawn }) => ({
      id,
      code,
      shown: named,
      attribution,
      mayQuote,
      withdrawn,
      withdrawnAt: rows.find((row) => row.id === id)?.withdrawnAt ?? null,
    })),
    guide: { asked: guide.asked, done: guide.done, blocks: guide.blocks.map(shownBlock) },
    answers,
    check,
    /** The codes of the participants whose consent is still to be recorded. */
    unconsented: (await listMissingConsents(db, [interview.id])).get(interview.id) ?? [],
    /** The stem of the keys by which its forms are known when they come again; a new one each time the page is read. */
    formKey: randomUUID(),
    shortcuts: await hasShortcuts(db, user.id),
    files: await listAttachments(db, user, assessment.id, "interview", interview.id),
    reasons: { "not-asked": protocol.guide?.notAskedReasons ?? [], "no-answer": protocol.guide?.noAnswerReasons ?? [] },
    perspective: protocol.perspectives?.find(({ id }) => id === interview.perspective)?.title ?? null,
    protocolNumber: assessment.protocolNumber,
    languages: assessment.languages,
    scales: protocol.scales ?? [],
    ...(await listReferences(db, assessment.id, protocol, asked)),
    moves: movesFrom(interviewMoves, interview.state).filter(({ name }) => !takesBackHeld(name) || answers.length === 0),
    held: heldStates.includes(interview.state),
    may: {
      /** She writes sections, if any are hers. */
      cite: can(user, "section.write", { ...assessment, writerIds: [user.id], reviewerIds: [], authorIds: [] }),
      write: can(user, "interview.write", interview.people),
      readNotes: can(user, "interview.read-notes", interview.people),
      record: writable && !locked && can(user, "interview.write", interview.people),
      /** The raw notes alone, while somebody is reading the record. */
      note: writable && locked && can(user, "interview.write", interview.people) && can(user, "interview.read-notes", interview.people),
    },
  };
}

/** The guide with what was answered to earlier questions; of a closed record nothing is asked anew. */
async function guideFor(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  { writable, kinds, answers }: { writable: boolean; kinds: readonly string[]; answers: readonly RecordedAnswer[] },
): Promise<InterviewGuide> {
  const guide = interviewGuide(protocol, kinds, answers, await listEarlierItems(db, assessmentId, protocol));
  return writable ? guide : settledGuide(guide);
}

function shownBlock({ block, questions }: InterviewGuide["blocks"][number]) {
  return {
    id: block.id,
    title: block.title,
    introduction: block.introduction ?? null,
    questions: questions.map(({ question, items, state }) => ({
      id: question.id,
      number: question.number,
      text: question.text,
      help: question.help ?? null,
      probes: question.probes ?? [],
      informs: question.informs ?? [],
      items,
      state,
    })),
  };
}

/** What the page of an interview gets. */
export type InterviewPage = SerializeFrom<typeof loadInterview>;
/** A question of the guide on the page. */
export type PageQuestion = InterviewPage["guide"]["blocks"][number]["questions"][number];
/** One thing to write down on the page. */
export type PageItem = PageQuestion["items"][number];
