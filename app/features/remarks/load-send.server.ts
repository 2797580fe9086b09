import { dayAt } from "~/domain/day";
import { mayBeShown, progressOf } from "~/domain/remarks/remark";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { findRemarkedEdition, pathOf, readPlaces, readRoundIfAny } from "./open-remarks.server";
import { listForReader, listForTeam } from "./queries.server";

/** One's own drafts, as they are confirmed before they are sent; refused once the round is closed. */
export async function loadSend(db: Db, user: Viewer, assessment: AssessmentRow, number: string | undefined, at: Date) {
  authorize(user, "edition.list", assessment);
  const edition = await findRemarkedEdition(db, user, assessment, number);
  authorize(user, "remark.write", assessment);
  const [round, places] = await Promise.all([readRoundIfAny(db, edition), readPlaces(db, edition, user.language)]);
  if (!round) throw refuse("not-found");
  if (!round.may.remark) throw refuse("wrong-state", { state: "closed" });
  const asked = { assessmentId: assessment.id, editionId: edition.id, dueOn: round.dueOn, places };
  const remarks = (await listForReader(db, asked, user.id)).filter(({ sentAt }) => sentAt === null);
  const isLate = round.dueOn !== null && dayAt(at) > round.dueOn;
  return { edition, path: pathOf(assessment, edition), number: edition.number, remarks, isLate };
}

/** Whole responses that were not shown, as the lead confirms them. */
export async function loadShow(db: Db, user: Viewer, assessment: AssessmentRow, number: string | undefined) {
  authorize(user, "remark.read", assessment);
  authorize(user, "remark.show", assessment);
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const places = await readPlaces(db, edition, user.language);
  const all = await listForTeam(db, { assessmentId: assessment.id, editionId: edition.id, dueOn: null, places });
  const { total, done } = progressOf(all);
  return { edition, path: pathOf(assessment, edition), number: edition.number, remarks: all.filter(mayBeShown), waiting: total - done };
}

/** Drafts before they are sent. */
export type SendShown = Awaited<ReturnType<typeof loadSend>>;
/** Responses before they are shown. */
export type ShowShown = Awaited<ReturnType<typeof loadShow>>;
