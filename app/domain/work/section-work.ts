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
  if (!section.reviewerIds.includes(who.id) || section.authorIds.includes(who.id) || section.signedByIds.includes(who.id)) return [];
  if (reviewedSectionStates.includes(section.state))
    return [{ ...ofSection(section), key: `review ${section.code}`, kind: "review-section", group: "review" }];
  const lapsed = signedOffSectionStates.includes(section.state) && section.lapsedByIds.includes(who.id);
  return lapsed ? [{ ...ofSection(section), key: `sign ${section.code}`, kind: "sign-again", group: "review", status: "stale" }] : [];
}
