import { addressIn } from "~/domain/fact-check/mail-address";
import { can, type InterviewPeople, type Person } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";

/** The mail address of each of these interviewees, for those who may read who they are; nobody else's query asks for it. */
export async function readAddresses(
  db: Db,
  user: Person,
  interview: { people: InterviewPeople },
  intervieweeIds: readonly string[],
): Promise<Map<string, string>> {
  if (!can(user, "identity.read", interview.people)) return new Map();
  const rows = await db.identity.findMany({
    where: { intervieweeId: { in: [...intervieweeIds] } },
    select: { intervieweeId: true, contact: true },
  });
  return new Map(
    rows.flatMap(({ intervieweeId, contact }) => {
      const address = addressIn(contact ?? "");
      return address === null ? [] : [[intervieweeId, address] as const];
    }),
  );
}

/** The mail address of one participant, likewise. */
export async function findAddressIfAny(
  db: Db,
  user: Person,
  interview: { id: string; people: InterviewPeople },
  participantId: string,
): Promise<string | null> {
  const where = { id: participantId, interviewId: interview.id };
  const participant = await db.participant.findFirst({ where, select: { intervieweeId: true } });
  if (!participant) return null;
  return (await readAddresses(db, user, interview, [participant.intervieweeId])).get(participant.intervieweeId) ?? null;
}
