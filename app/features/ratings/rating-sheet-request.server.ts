import { canMoveRound } from "~/domain/moves/round";
import { textIn } from "~/domain/local-text";
import { type AssessmentRow, protocolVersion } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findRound } from "~/platform/judgements.server";
import { refuse } from "~/platform/refusal.server";
import type { RatingSheetStudy } from "./rating-sheet.server";

/** The round of an address for a rater of it; to anybody else there is no spreadsheet of it. */
export async function findRatingSheet(viewer: Viewer, assessment: AssessmentRow, number: string | undefined): Promise<RatingSheetStudy> {
  const round = await findRound(db, viewer.id, assessment.id, Number(number));
  if (!round.mine) throw refuse("not-found");
  return { assessment, protocol: await protocolVersion(assessment.id, round.protocolNumber), viewer, round };
}

/** What a page tells of the round. */
export function roundFacts({ assessment, viewer, round }: RatingSheetStudy, slug: string) {
  return {
    number: round.number,
    title: textIn(round.title, viewer.language, assessment.languages),
    mayRate: canMoveRound(round.state, "rate") && round.mine?.sentAt === null,
    rounds: `/assessments/${slug}/actors/rounds`,
    path: `/assessments/${slug}/actors/rounds/${round.number}`,
  };
}

/** Refuses a round that can't be rated any more. */
export function requireRating({ round }: RatingSheetStudy): void {
  if (round.mine?.sentAt) throw refuse("wrong-state", { state: "sent" });
  if (!canMoveRound(round.state, "rate")) throw refuse("wrong-state", { state: round.state });
}
