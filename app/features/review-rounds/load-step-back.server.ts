import { dayAt } from "~/domain/day";
import { can } from "~/domain/permissions";
import { listActiveMembers } from "~/platform/active-members.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findPlace } from "./find-place.server";
import { listStepBacks } from "./list-rounds.server";

/** The page on which a reviewer steps back from a section; for the lead, the step-backs with whom she can name instead. */
export async function loadStepBack(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, at: Date) {
  const place = await findPlace(db, user, assessment, code);
  const { people, section } = place;
  const stepBacks = await listStepBacks(db, user, { id: section.id, assessmentId: assessment.id });
  const isLead = can(user, "section.replace-reviewer", assessment);
  const signOffs = await db.signOff.count({ where: { sectionId: section.id, byId: user.id, endedAt: null } });
  return {
    head: place.head,
    stepBacks,
    signed: signOffs > 0,
    mayStepBack: can(user, "section.step-back", people),
    others: isLead ? await listOthers(db, place, dayAt(at)) : null,
  };
}

/** Who can be named in place of a reviewer: members who can act and may review, but for those who do, stepped back, or wrote a part of the section. */
async function listOthers(db: Db, { section, people }: Awaited<ReturnType<typeof findPlace>>, today: string) {
  const { assessmentId, reviewerIds, authorIds } = people;
  const gone = await db.stepBack.findMany({ where: { sectionId: section.id, endedAt: null }, select: { userId: true } });
  const taken = [...reviewerIds, ...authorIds, ...gone.map(({ userId }) => userId)];
  const members = await listActiveMembers(db, assessmentId, today, "section.read");
  return members.filter(({ id }) => !taken.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
}
