import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import type { Language } from "~/domain/tool-language";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { countPersonWork } from "~/platform/person-work.server";
import { hasShortcuts } from "~/platform/personal-settings.server";
import { navigationOf } from "./entries";
import { countEntries, listOwnAssessments } from "./queries.server";

/** The assessment of a page as its frame needs it, or null: no slug, no such one, or not this person's. */
export async function findFrameAssessmentIfAny(user: Viewer, slug: string | undefined): Promise<AssessmentRow | null> {
  const row = slug === undefined ? null : await findAssessmentRowIfAny(db, slug);
  const role = row && user.roles[row.id];
  return row && role ? { ...row, role } : null;
}

/** What stands around a page of a signed-in person: the side with its counts, and her assessments. */
export async function loadFrame(user: Viewer, assessment: AssessmentRow | null, language: Language) {
  const [own, counts, waiting, shortcuts] = await Promise.all([
    listOwnAssessments(db, user),
    assessment ? countEntries(db, assessment) : {},
    countPersonWork(db, user),
    hasShortcuts(db, user.id),
  ]);
  return {
    shortcuts,
    nav: navigationOf(user, assessment, counts, waiting),
    assessments: own.map(({ id, slug, title, languages }) => ({
      title: textIn(title, language, languages),
      href: `/assessments/${slug}`,
      ...(can(user, "search.read", { assessmentId: id }) && { searchHref: `/assessments/${slug}/search` }),
    })),
  };
}
