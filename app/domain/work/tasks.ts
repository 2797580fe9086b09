import type { LocalText } from "~/domain/local-text";
import { candidateStates, toHoldStates, writableInterviewStates } from "~/domain/moves/interview";
import { roundMoves } from "~/domain/moves/round";
import { reviewedSectionStates, signedOffSectionStates, writableSectionStates } from "~/domain/moves/section";
import { moveFrom } from "~/domain/moves/table";
import type { StateKey } from "~/domain/states";
import { correctionTasks, withdrawnTasks } from "./fact-check-work";
import { screeningTasks } from "./screening-work";
import type { StudyWork, Worker, WorkInterview, WorkRound, WorkSection } from "./study-work";

/** What somebody can be asked to do. The sentence and the button are `work.tasks.<kind>` in the locales. */
export type TaskKind =
  | "freeze"
  | "assign"
  | "agree-interviews"
  | "record-consent"
  | "settle-notices"
  | "settle-corrections"
  | "ask-unsent"
  | "discuss-corrections"
  | "replace-withdrawn"
  | "reconcile"
  | "rate"
  | "change-section"
  | "sign-again"
  | "write-section"
  | "start-section"
  | "record-interview"
  | "hold-interview"
  | "judge-nodes"
  | "screen-titles"
  | "find-texts"
  | "read-texts"
  | "settle-screening"
  | "compile"
  | "read-edition"
  | "review-section";

/** Where a task stands on *My work*: others wait for it, it is one's own work, or it is to be reviewed. */
export const taskGroups = ["others", "own", "review"] as const;

/** A group of tasks. */
export type TaskGroup = (typeof taskGroups)[number];

/** One thing that waits for a person. `path` is below the assessment; `values` fill the sentence, `name` being words of the study. */
export interface WaitingTask {
  key: string;
  kind: TaskKind;
  group: TaskGroup;
  path: string;
  status: StateKey | null;
  since: Date | null;
  dueOn: string | null;
  code: string;
  /** The code is the number of an annex. */
  annex: boolean;
  name: LocalText | null;
  count: number;
  of: number;
}

const blank = {
  status: null,
  since: null,
  dueOn: null,
  code: "",
  annex: false,
  name: null,
  count: 0,
  of: 0,
} satisfies Partial<WaitingTask>;

/** What waits for a person in a study, oldest first; what was never dated comes last. Authority is the role's and the person's own names in sections, interviews and rounds. */
export function tasksFor(study: StudyWork, who: Worker): WaitingTask[] {
  const tasks = who.role === "commissioner" ? readingTasks(study) : teamTasks(study, who);
  const at = ({ since }: WaitingTask) => since?.getTime() ?? Infinity;
  return tasks.toSorted((one, other) => (at(one) === at(other) ? 0 : at(one) - at(other)));
}

function teamTasks(study: StudyWork, who: Worker): WaitingTask[] {
  const writes = who.role === "lead" || who.role === "researcher";
  return [
    ...(who.role === "lead" ? [...leadTasks(study), ...withdrawnTasks(study.withdrawn)] : []),
    ...(writes ? correctionTasks(study.corrections, who) : []),
    ...study.rounds.flatMap((round) => ratingTask(round, who)),
    ...study.sections.flatMap((section) => [...(writes ? writingTask(section, who) : []), ...reviewTask(section, who)]),
    ...(writes ? study.interviews.flatMap((interview) => [...consentTask(interview, who), ...interviewTask(interview, who)]) : []),
    ...(writes ? [...nodeTasks(study), ...screeningTasks(study.screening, who)] : []),
  ];
}

function leadTasks(study: StudyWork): WaitingTask[] {
  const unassigned = unassignedSections(study);
  const tasks: WaitingTask[] = [];
  if (!study.frozen) tasks.push({ ...blank, key: "freeze", kind: "freeze", group: "others", path: "/protocol", since: study.startedAt });
  if (unassigned.length > 0)
    tasks.push({
      ...blank,
      key: "assign",
      kind: "assign",
      group: "others",
      path: "/sections",
      since: study.startedAt,
      count: unassigned.length,
      of: study.sections.length,
    });
  tasks.push(...noticeTasks(study), ...candidateTask(study));
  for (const { number, title, differing, since } of study.rounds) {
    if (differing > 0)
      tasks.push({
        ...blank,
        key: `reconcile ${number}`,
        kind: "reconcile",
        group: "others",
        path: `/actors/reconcile?round=${number}`,
        status: "differs",
        since,
        code: String(number),
        name: title,
        count: differing,
      });
  }
  if (isReadyToCompile(study))
    tasks.push({
      ...blank,
      key: "compile",
      kind: "compile",
      group: "own",
      path: "/editions/new",
      status: "in-order",
      dueOn: study.endsOn,
      since: newestSignOff(study),
    });
  return tasks;
}

/** The released editions that show more than is agreed now, one task each. */
function noticeTasks({ notices }: StudyWork): WaitingTask[] {
  return [...new Set(notices.map(({ edition }) => edition))].map((edition) => {
    const own = notices.filter((notice) => notice.edition === edition);
    const since = own.reduce<Date | null>((oldest, notice) => (oldest && oldest < notice.since ? oldest : notice.since), null);
    const code = String(edition);
    const path = `/editions/${edition}/notices`;
    return {
      ...blank,
      key: `notices ${edition}`,
      kind: "settle-notices",
      group: "others",
      path,
      status: "remark",
      since,
      code,
      count: own.length,
    };
  });
}

/** The long list, while anybody on it was not agreed with the commissioner. */
function candidateTask({ interviews }: StudyWork): WaitingTask[] {
  const candidates = interviews.filter(({ state }) => candidateStates.includes(state));
  const [first] = candidates;
  if (!first) return [];
  const task = { ...blank, key: "agree", kind: "agree-interviews" as const, group: "others" as const, path: "/interviews?state=candidate" };
  return [{ ...task, status: first.state, since: first.since, count: candidates.length, of: interviews.length }];
}

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

function newestSignOff({ sections }: StudyWork): Date | null {
  return sections.reduce<Date | null>((newest, { since }) => (since && (!newest || since > newest) ? since : newest), null);
}

function ratingTask(round: WorkRound, who: Worker): WaitingTask[] {
  if (!moveFrom(roundMoves, round.state, "rate") || !round.raterIds.includes(who.id) || round.sentIds.includes(who.id)) return [];
  const { number, title, since, sentIds, raterIds } = round;
  return [
    {
      ...blank,
      key: `rate ${number}`,
      kind: "rate",
      group: "others",
      path: `/actors/rounds#round-${number}`,
      status: "blind",
      since,
      code: String(number),
      name: title,
      count: sentIds.length,
      of: raterIds.length,
    },
  ];
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

function writingTask(section: WorkSection, who: Worker): WaitingTask[] {
  if (!section.writerIds.includes(who.id) || !section.needsSignOff || !writableSectionStates.includes(section.state)) return [];
  const kind = writingKinds[section.state] ?? "write-section";
  return [{ ...ofSection(section), key: `write ${section.code}`, kind, group: kind === "change-section" ? "others" : "own" }];
}

const writingKinds: Partial<Record<WorkSection["state"], TaskKind>> = { "not-started": "start-section", "changes-asked": "change-section" };

function reviewTask(section: WorkSection, who: Worker): WaitingTask[] {
  if (!section.reviewerIds.includes(who.id) || section.authorIds.includes(who.id) || section.signedByIds.includes(who.id)) return [];
  if (reviewedSectionStates.includes(section.state))
    return [{ ...ofSection(section), key: `review ${section.code}`, kind: "review-section", group: "review" }];
  const lapsed = signedOffSectionStates.includes(section.state) && section.lapsedByIds.includes(who.id);
  return lapsed ? [{ ...ofSection(section), key: `sign ${section.code}`, kind: "sign-again", group: "review", status: "stale" }] : [];
}

/** The consents to record of an interview that was held, for who held it and the lead: nothing of it can be cited before. */
function consentTask({ code, state, unconsented, interviewerIds, heldOn, since }: WorkInterview, who: Worker): WaitingTask[] {
  if (unconsented === 0 || !(who.role === "lead" || interviewerIds.includes(who.id))) return [];
  const task = { ...blank, key: `consent ${code}`, kind: "record-consent" as const, group: "others" as const };
  return [{ ...task, path: `/interviews/${code}/participants`, status: state, code, count: unconsented, since, dueOn: heldOn }];
}

function interviewTask(interview: WorkInterview, who: Worker): WaitingTask[] {
  if (!interview.interviewerIds.includes(who.id)) return [];
  const { code, state, open, plannedOn, heldOn, since } = interview;
  const task = { ...blank, path: `/interviews/${code}`, status: state, code, count: open, since, dueOn: heldOn ?? plannedOn };
  if (writableInterviewStates.includes(state)) return [{ ...task, key: `record ${code}`, kind: "record-interview", group: "own" }];
  return toHoldStates.includes(state) ? [{ ...task, key: `hold ${code}`, kind: "hold-interview", group: "own" }] : [];
}

function nodeTasks({ frameworks, startedAt }: StudyWork): WaitingTask[] {
  return frameworks.flatMap(({ id, title, nodes, judged, next }) =>
    next === null
      ? []
      : [
          {
            ...blank,
            key: `judge ${id}`,
            kind: "judge-nodes" as const,
            group: "own" as const,
            path: `/alignments/${id}/${next}`,
            status: judged === 0 ? ("not-started" as const) : ("in-progress" as const),
            since: startedAt,
            name: title,
            count: nodes - judged,
            of: nodes,
          },
        ],
  );
}

/** What a reader outside the team has to do: read the newest edition that was released. */
function readingTasks({ editions }: StudyWork): WaitingTask[] {
  const [newest] = editions.filter(({ released }) => released).toSorted((one, other) => other.number - one.number);
  if (!newest) return [];
  const { number, at } = newest;
  return [
    {
      ...blank,
      key: `read ${number}`,
      kind: "read-edition",
      group: "own",
      path: `/editions/${number}/read`,
      status: "released",
      since: at,
      code: String(number),
    },
  ];
}
