import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/** Keeps what an interview's own row and its interviewers are now. */
export async function keepInterview(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.interview.findUniqueOrThrow({
    where: { id },
    include: { interviewers: { select: { userId: true }, orderBy: { userId: "asc" } } },
  });
  const { assessmentId, version, archivedAt, interviewers } = row;
  const { code, state, stateReason, title, perspective, selectionReason, levels, agreedWith, agreedOn } = row;
  const { plannedOn, heldOn, mode, place, language, notesFor } = row;
  const fields = {
    code,
    state,
    stateReason,
    title,
    perspective,
    selectionReason,
    levels,
    agreedWith,
    agreedOn,
    plannedOn,
    heldOn,
    mode,
    place,
    language,
    notesFor,
  };
  const moments = { startedAt: row.startedAt?.toISOString() ?? null, archivedAt: archivedAt?.toISOString() ?? null };
  const body = { ...fields, ...moments, interviewers: interviewers.map(({ userId }) => userId) };
  await keepVersion(tx, { assessmentId, kind: "interview", recordId: id, number: version, body, by, at });
}

/** Keeps what was agreed with a participant. */
export async function keepParticipant(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, version, withdrawnAt, ...fields } = await tx.participant.findUniqueOrThrow({ where: { id } });
  const body = { ...fields, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "participant", recordId: id, number: version, body, by, at });
}
