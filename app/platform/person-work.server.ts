import type { Person } from "~/domain/permissions";
import type { StudyWork } from "~/domain/work/study-work";
import type { WaitingTask } from "~/domain/work/task";
import { tasksFor } from "~/domain/work/tasks";
import { findAssessmentRowIfAny, type AssessmentRow } from "./assessment.server";
import type { Db } from "./db.server";
import { readStudyWork } from "./work.server";

/** What waits for a person in one assessment. */
export interface PersonWork {
  assessment: AssessmentRow;
  study: StudyWork;
  tasks: WaitingTask[];
}

/** What waits for a person in each of her assessments that is not closed, the oldest assessment first. */
export async function listPersonWork(db: Db, person: Person, at = new Date()): Promise<PersonWork[]> {
  const where = { id: { in: Object.keys(person.roles) }, closedAt: null };
  const slugs = await db.assessment.findMany({ where, select: { slug: true }, orderBy: { createdAt: "asc" } });
  const rows = await Promise.all(slugs.map(({ slug }) => findAssessmentRowIfAny(db, slug)));
  const work = await Promise.all(
    rows.map(async (row) => {
      const role = row && person.roles[row.id];
      if (!row || !role) return [];
      const study = await readStudyWork(db, row, at);
      return [{ assessment: { ...row, role }, study, tasks: tasksFor(study, { id: person.id, role }) }];
    }),
  );
  return work.flat();
}

/** How many things wait for a person: what the side of every page counts. */
export async function countPersonWork(db: Db, person: Person): Promise<number> {
  return (await listPersonWork(db, person)).reduce((sum, { tasks }) => sum + tasks.length, 0);
}
