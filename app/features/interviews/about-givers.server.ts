import { z } from "zod";
import { giversOf } from "~/domain/attribution";
import type { Tx } from "~/platform/db.server";

const Ids = z.array(z.string());

/**
 * Whose data the events of an answer hold: the interviewee's, where one person gave it. Of what several gave together, or one after
 * the other (`givenBy` for each version that is told), no event can name one.
 */
export function aboutGivers(
  participants: readonly { id: string; intervieweeId: string }[],
  ...givenBy: readonly (readonly string[])[]
): { about?: string } {
  const [about, ...others] = new Set(givenBy.flatMap((ids) => giversOf(ids, participants)).map(({ intervieweeId }) => intervieweeId));
  return about === undefined || others.length > 0 ? {} : { about };
}

/** The same for an answer as it is stored. */
export async function aboutAnswer(tx: Tx, { interviewId, givenBy }: { interviewId: string; givenBy: string }): Promise<{ about?: string }> {
  const participants = await tx.participant.findMany({ where: { interviewId }, select: { id: true, intervieweeId: true } });
  return aboutGivers(participants, storedIds(givenBy));
}

/** A stored list of ids. */
export function storedIds(stored: string): string[] {
  return Ids.parse(JSON.parse(stored));
}
