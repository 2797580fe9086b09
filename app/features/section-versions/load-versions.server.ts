import { dayAt } from "~/domain/day";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { listSectionSteps, stepsPerPage, type SectionStep } from "~/platform/section-versions.server";
import { findVersionedSection } from "./find-section.server";

/** Versions that one person made in a row by the same act on the same record, newest first. */
export type VersionRun = [SectionStep, ...SectionStep[]];

/** The versions of a section by day, newest first, a page of them; what was saved in a row is one run. */
export async function loadVersions(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, query: URLSearchParams) {
  const { head, section } = await findVersionedSection(db, user, assessment, code);
  const asked = query.get("before") ?? "";
  const before = Math.min(/^\d{1,9}$/.test(asked) ? Number(asked) : head.changes + 1, head.changes + 1);
  const steps = await listSectionSteps(db, section.id, before);
  const names = await namesOfUsers(
    db,
    steps.map(({ byId }) => byId),
  );
  const days: { day: string; runs: VersionRun[] }[] = [];
  for (const step of steps) {
    const day = dayAt(step.at);
    if (days.at(-1)?.day !== day) days.push({ day, runs: [] });
    const runs = days.at(-1)?.runs;
    const last = runs?.at(-1);
    if (last && isSameAct(last[0], step)) last.push(step);
    else runs?.push([step]);
  }
  const from = Number(query.get("from") ?? "");
  return {
    head,
    /** The version that another is being chosen for, to compare the two. */
    from: Number.isInteger(from) && from >= 1 && from <= head.changes ? from : null,
    days,
    names: Object.fromEntries(names),
    older: before - stepsPerPage > 1 ? before - stepsPerPage : null,
    isFirst: before === head.changes + 1,
  };
}

function isSameAct(one: SectionStep, other: SectionStep): boolean {
  return one.act === other.act && one.byId === other.byId && one.recordId === other.recordId;
}
