import type { SerializeFrom } from "@remix-run/node";
import { can } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listParticipants } from "~/platform/interviewees.server";
import { listInterviewees } from "~/platform/listed-interviewees.server";
import type { FoundInterview } from "./find-interview.server";
import { listPossibleInterviewers } from "./list-interviewers.server";

/** What was agreed for an interview: its participants with their consent, who holds it, and who could still take part. */
export async function loadAgreement(db: Db, user: Viewer, assessment: AssessmentRow, protocol: Protocol, interview: FoundInterview) {
  const participants = (await listParticipants(db, user, protocol, assessment.id, [interview.id])).get(interview.id) ?? [];
  const consents = await db.participant.findMany({
    where: { interviewId: interview.id },
    select: { id: true, version: true, wantsRecord: true, consentOn: true, consentHow: true },
  });
  const { people, ...shown } = interview;
  const write = can(user, "interview.write", people) && !interview.archived;
  const others = write ? await listInterviewees(db, user, protocol, assessment.id) : [];
  return {
    interview: { ...shown, interviewerIds: people.interviewerIds },
    participants: participants.flatMap((participant) => {
      const consent = consents.find(({ id }) => id === participant.id);
      return consent ? [{ ...participant, ...consent }] : [];
    }),
    candidates: others
      .filter(({ id }) => !participants.some(({ intervieweeId }) => intervieweeId === id))
      .map(({ id, code, shown: named }) => ({ id, code, shown: named })),
    possible: write ? await listPossibleInterviewers(db, assessment.id) : [],
    perspectives: protocol.perspectives ?? [],
    selection: protocol.selectionCriteria ?? [],
    languages: assessment.languages,
    may: { write },
  };
}

/** What the page of an agreement gets. */
export type AgreementPage = SerializeFrom<typeof loadAgreement>;
/** A participant with the consent. */
export type AgreementParticipant = AgreementPage["participants"][number];
