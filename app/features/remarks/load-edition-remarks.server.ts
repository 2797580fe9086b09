import { canOpenCommentRound } from "~/domain/moves/comment-round";
import { can } from "~/domain/permissions";
import { progressOf } from "~/domain/remarks/remark";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { answeredOfRemark, RemarkAnswer } from "~/platform/remarks.server";
import { shownRound } from "./load-reading-remarks.server";
import { findRemarkedEdition, pathOf, readRoundIfAny } from "./open-remarks.server";

/** How the remarks on an edition stand, for its page; null where there is no round and none can be opened by this person. */
export async function loadEditionRemarks(db: Db, user: Viewer, assessment: AssessmentRow, number: string | undefined, at: Date) {
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const round = await readRoundIfAny(db, edition);
  const subject = { assessmentId: assessment.id };
  const mayManage = can(user, "comment-round.manage", subject) && (round !== null || canOpenCommentRound(edition.state, 0));
  if (!round && !mayManage) return null;
  const isReader = !can(user, "remark.read", subject);
  const { done, total } = isReader ? { done: 0, total: 0 } : await countAnswers(db, edition.id);
  return { path: pathOf(assessment, edition), round: round && shownRound(round, at), mayManage, isReader, progress: { done, total } };
}

/** How the remarks on an edition stand. */
export type EditionRemarks = NonNullable<Awaited<ReturnType<typeof loadEditionRemarks>>>;

async function countAnswers(db: Db, editionId: string) {
  const select = { ...answeredOfRemark, sentAt: true, withdrawnAt: true };
  const rows = await db.remark.findMany({ where: { editionId, sentAt: { not: null } }, select });
  return progressOf(rows.map((row) => ({ ...row, ...RemarkAnswer.parse(row) })));
}

/** What is asked of a reader on the newest edition, for the first page of the reading room; null where no remarks were asked for. */
export async function loadHallRemarks(db: Db, user: Viewer, assessment: AssessmentRow, newest: number | undefined, at: Date) {
  if (newest === undefined) return null;
  const edition = await findRemarkedEdition(db, user, assessment, String(newest));
  const round = await readRoundIfAny(db, edition);
  if (!round) return null;
  const drafts = await db.remark.count({ where: { editionId: edition.id, byId: user.id, sentAt: null, withdrawnAt: null } });
  return { path: pathOf(assessment, edition), round: shownRound(round, at), drafts };
}
