import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { readSectionAt } from "~/platform/section-versions.server";
import { findVersionedSection, versionNumber } from "./find-section.server";
import { listLost } from "./list-lost.server";

/** The page that asks whether a version is to be brought back, with what of it can't come back. */
export async function loadRestore(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  code: string | undefined,
  n: string | undefined,
  at: Date,
) {
  const { section, head, mayRestore } = await findVersionedSection(db, user, assessment, code);
  const number = versionNumber(n, head.changes);
  const [was, now] = await Promise.all([readSectionAt(db, section.id, number), readSectionAt(db, section.id, head.changes)]);
  const lost = await listLost(db, { assessmentId: assessment.id, viewer: user, at }, { was, now });
  return { head, number, mayRestore: mayRestore && number < head.changes, lost };
}
