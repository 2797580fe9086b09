import { z } from "zod";
import { groupBy } from "~/domain/evidence/graph";
import { missingConsents } from "~/domain/interviews/consent";
import { heldStates, saidStates } from "~/domain/moves/interview";
import type { Db } from "./db.server";
import { refuse } from "./refusal.server";

const Ids = z.array(z.string());

/** The codes of the interviewees whose consent is still to be recorded, by interview; those that were not held are left out. Two queries, whatever their number. */
export async function listMissingConsents(db: Db, interviewIds: readonly string[]): Promise<Map<string, string[]>> {
  const interview = { id: { in: [...interviewIds] }, state: { in: [...heldStates] } };
  const [participants, answers] = await Promise.all([
    db.participant.findMany({
      where: { interview },
      select: { id: true, interviewId: true, consentOn: true, withdrawnAt: true, interviewee: { select: { code: true } } },
      orderBy: { number: "asc" },
    }),
    db.interviewAnswer.findMany({
      where: { interview, archivedAt: null, withdrawnAt: null, state: { in: [...saidStates] } },
      select: { interviewId: true, givenBy: true },
    }),
  ]);
  const said = groupBy(answers, ({ interviewId }) => interviewId);
  return new Map(
    [...groupBy(participants, ({ interviewId }) => interviewId)].map(([id, people]) => {
      const given = (said.get(id) ?? []).map(({ givenBy }) => ({ givenBy: Ids.parse(JSON.parse(givenBy)) }));
      return [id, missingConsents(given, people).map(({ interviewee }) => interviewee.code)];
    }),
  );
}

/** Refuses what waits for the consent of everybody who spoke; the refusal names the codes of those of whom none is recorded. */
export async function requireConsents(db: Db, interviewId: string): Promise<void> {
  const unconsented = (await listMissingConsents(db, [interviewId])).get(interviewId) ?? [];
  if (unconsented.length > 0) throw refuse("invalid", { unconsented });
}
