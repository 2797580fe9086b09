import { canOpenCommentRound } from "~/domain/moves/comment-round";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { findRemarkedEdition, pathOf, readRoundIfAny } from "./open-remarks.server";

/** The round of remarks on an edition, for the lead; refused where it can neither be opened nor moved. */
export async function loadRound(db: Db, user: Viewer, assessment: AssessmentRow, number: string | undefined) {
  authorize(user, "overview.read", assessment);
  authorize(user, "comment-round.manage", assessment);
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const round = await readRoundIfAny(db, edition);
  const may = round ? round.may.close || round.may.reopen : canOpenCommentRound(edition.state, 0);
  if (!may) throw refuse("wrong-state", { state: edition.state });
  return { edition, path: pathOf(assessment, edition), number: edition.number, languages: assessment.languages, round };
}

/** A round as its page shows it. */
export type RoundShown = Awaited<ReturnType<typeof loadRound>>;
