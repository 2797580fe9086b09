import { giversOf } from "~/domain/attribution";

/** A participant as far as consent goes: the day on which it was given, null while none is recorded, and since when it is taken back. */
export interface ConsentingParticipant {
  id: string;
  consentOn: string | null;
  withdrawnAt: Date | null;
}

/**
 * The participants whose consent is still to be recorded before a record may be closed, checked or cited: of those who gave these
 * answers, or of all where nothing was said yet. One who took her consent back is not asked for it again.
 */
export function missingConsents<P extends ConsentingParticipant>(
  said: readonly { givenBy: readonly string[] }[],
  participants: readonly P[],
): P[] {
  const spoke = said.length === 0 ? participants : said.flatMap(({ givenBy }) => giversOf(givenBy, participants));
  return participants.filter((one) => one.consentOn === null && one.withdrawnAt === null && spoke.includes(one));
}
