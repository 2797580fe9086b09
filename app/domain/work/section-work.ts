import { reviewedSectionStates, signedOffSectionStates, writableSectionStates } from "~/domain/moves/section";
import type { StudyWork, Worker, WorkSection } from "./study-work";
import { blank, type TaskKind, type WaitingTask } from "./task";

/** The sections that a person must write or review and that nobody was named for. */
export function unassignedSections({ sections }: StudyWork): WorkSection[] {
  return sections.filter(
    ({ needsSignOff, writerIds, reviewerIds }) => needsSignOff && (writerIds.length === 0 || reviewerIds.length === 0),
  );
}

/** Says whether every section has the sign-offs that it needs and nothing was compiled since. */
export function isReadyToCompile(study: StudyWork): boolean {
  const asked = study.sections.filter(({ needsSignOff }) => needsSignOff);
  const last = newestSignOff(study)?.getTime() ?? 0;
  return asked.length > 0 && asked.every(({ complete }) => complete) && study.editions.every(({ at }) => at.getTime() < last);
}

/** When the newest sign-off was given; null while there is none. */
export function newestSignOff({ sections }: StudyWork): Date | null {
  return sections.reduce<Date | null>((newest, { since }) => (since && (!newest || since > newest) ? since : newest), null);
}

const ofSection = (section: WorkSection) => ({
  ...blank,
  path: `/sections/${section.code}`,
  status: section.status,
  since: section.since,
  dueOn: section.dueOn,
  code: section.number ?? "",
  annex: section.annex,
  name: section.heading,
  count: section.unsupported.length,
  of: section.statements,
});

/** A section that a person writes, while it is open for writing. */
export function writingTask(section: WorkSection, who: Worker): WaitingTask[] {
  if (!section.writerIds.includes(who.id) || !section.needsSignOff || !writableSectionStates.includes(section.state)) return [];
  const kind = writingKinds[section.state] ?? "write-section";
  return [{ ...ofSection(section), key: `write ${section.code}`, kind, group: kind === "change-section" ? "others" : "own" }];
}

const writingKinds: Partial<Record<WorkSection["state"], TaskKind>> = { "not-started": "start-section", "changes-asked": "change-section" };

/** A section that a person is to review, or to sign off again. */
export function reviewTask(section: WorkSection, who: Worker): WaitingTask[] {
  if (!section.reviewerIds.includes(who.id) || section.authorIds.includes(who.id)) return [];
  if (section.signedByIds.includes(who.id) && !section.complete) return [];
  if (reviewedSectionStates.includes(section.state))
    return [{ ...toReview(section), key: `review ${section.code}`, kind: "review-section", group: "review" }];
  if (!signedOffSectionStates.includes(section.state) || section.complete) return [];
  const lapsed = section.reviewerIds.filter((id) => section.lapsedByIds.includes(id));
  const kind = lapsed.includes(who.id) ? "sign-again" : "review-section";
  if (kind === "review-section" && section.missing <= lapsed.length) return [];
  return [{ ...toReview(section), key: `sign ${section.code}`, kind, group: "review", status: "stale" }];
}

function toReview(section: WorkSection) {
  const task = ofSection(section);
  return { ...task, path: `${task.path}/review`, dueOn: section.reviewDueOn ?? section.dueOn };
}

/** What the lead must do for a section that waits for a reviewer: one stepped back, or too few are left who may sign. */
export function reviewerTask(section: WorkSection): WaitingTask[] {
  const task = { ...ofSection(section), group: "others" as const };
  if (section.vacantSince !== null) {
    const path = `${task.path}/step-back`;
    return [{ ...task, key: `replace ${section.code}`, kind: "replace-reviewer", path, since: section.vacantSince }];
  }
  return section.lacking > 0 ? [{ ...task, key: `name ${section.code}`, kind: "name-reviewer", count: section.lacking }] : [];
}
