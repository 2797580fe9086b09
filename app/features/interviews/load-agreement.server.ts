import type { SerializeFrom } from "@remix-run/node";
import { mayBeAsked } from "~/domain/interviews/ask";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listAttachments } from "~/platform/attachments.server";
import { listParticipants, type ShownParticipant } from "~/platform/interviewees.server";
import { listInterviewees } from "~/platform/listed-interviewees.server";
import { listNotices } from "~/platform/notices.server";
import type { FoundInterview } from "./find-interview.server";
import { listPossibleInterviewers } from "./list-interviewers.server";

/** What was agreed for an interview: its participants with their consent, who holds it, and who could still take part. */
export async function loadAgreement(db: Db, user: Viewer, assessment: AssessmentRow, protocol: Protocol, interview: FoundInterview) {
  const participants = (await listParticipants(db, user, protocol, assessment.id, [interview.id])).get(interview.id) ?? [];
  const consents = await db.participant.findMany({
    where: { interviewId: interview.id },
    select: { id: true, version: true, wantsRecord: true, consentOn: true, withdrawnAt: true },
  });
  const words = await consentWords(db, participants);
  const notices = await listNotices(db, assessment.id, { aboutIds: participants.map(({ id }) => id), open: true });
  const { people, ...shown } = interview;
  const write = can(user, "interview.write", people) && !interview.archived;
  const others = write ? await listInterviewees(db, user, protocol, assessment.id) : [];
  return {
    interview: { ...shown, interviewerIds: people.interviewerIds },
    participants: participants.flatMap((participant) => {
      const consent = consents.find(({ id }) => id === participant.id);
      const editions = notices.filter(({ aboutId }) => aboutId === participant.id).map(({ edition }) => edition.number);
      const more = { ...(words.get(participant.id) ?? noWords), editions: [...new Set(editions)] };
      return consent ? [{ ...participant, ...consent, ...more }] : [];
    }),
    files: await Promise.all(
      participants.map(async ({ id, code }) => ({ code, list: await listAttachments(db, user, assessment.id, "participant", id) })),
    ),
    candidates: others
      .filter((other) => mayBeAsked(other) && !participants.some(({ intervieweeId }) => intervieweeId === other.id))
      .map(({ id, code, shown: named }) => ({ id, code, shown: named })),
    possible: write ? await listPossibleInterviewers(db, assessment.id) : [],
    perspectives: protocol.perspectives ?? [],
    selection: protocol.selectionCriteria ?? [],
    languages: assessment.languages,
    may: { write },
  };
}

/** The words of a consent. */
interface ConsentWords {
  consentTo: string;
  consentHow: string | null;
  withdrawnReason: string | null;
}

const noWords: ConsentWords = { consentTo: "", consentHow: null, withdrawnReason: null };

/** What was consented to in words, how, and why it was taken back, for those who may know who it was: nothing is read of the others. */
async function consentWords(db: Db, participants: readonly ShownParticipant[]): Promise<Map<string, ConsentWords>> {
  const known = participants.filter(({ viewer }) => viewer === "identity").map(({ id }) => id);
  if (known.length === 0) return new Map();
  const select = { id: true, consentTo: true, consentHow: true, withdrawnReason: true };
  const rows = await db.participant.findMany({ where: { id: { in: known } }, select });
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** What the page of an agreement gets. */
export type AgreementPage = SerializeFrom<typeof loadAgreement>;
/** A participant with the consent. */
export type AgreementParticipant = AgreementPage["participants"][number];
