import { askedTasks } from "./edition-work";
import { correctionTasks, withdrawnTasks } from "./fact-check-work";
import { candidateTask, consentTask, interviewTask } from "./interview-work";
import { ratingTask, roundTasks } from "./round-work";
import { screeningTasks } from "./screening-work";
import { isReadyToCompile, newestSignOff, reviewerTask, reviewTask, unassignedSections, writingTask } from "./section-work";
import type { StudyWork, Worker } from "./study-work";
import { remarkTask, responseTasks, talkTasks } from "./talk-work";
import { blank, newsOf, oldestOf, type WaitingTask } from "./task";

/** What waits for a person in a study, oldest first; what was never dated comes last. Authority is the role's and the person's own names in sections, interviews and rounds. */
export function tasksFor(study: StudyWork, who: Worker): WaitingTask[] {
  const tasks = who.role === "commissioner" ? readingTasks(study, who) : teamTasks(study, who);
  const at = ({ since }: WaitingTask) => since?.getTime() ?? Infinity;
  return tasks.toSorted((one, other) => (at(one) === at(other) ? 0 : at(one) - at(other)));
}

function teamTasks(study: StudyWork, who: Worker): WaitingTask[] {
  const writes = who.role === "lead" || who.role === "researcher";
  return [
    ...(who.role === "lead" ? [...leadTasks(study, who), ...withdrawnTasks(study.withdrawn), ...responseTasks(study.talk)] : []),
    ...askedTasks(study, who),
    ...talkTasks(study, who),
    ...(writes ? correctionTasks(study.corrections, who) : []),
    ...study.rounds.flatMap((round) => ratingTask(round, who)),
    ...study.sections.flatMap((section) => [...(writes ? writingTask(section, who) : []), ...reviewTask(section, who)]),
    ...(writes ? study.interviews.flatMap((interview) => [...consentTask(interview, who), ...interviewTask(interview, who)]) : []),
    ...(writes ? [...nodeTasks(study), ...screeningTasks(study.screening, who)] : []),
  ];
}

function leadTasks(study: StudyWork, who: Worker): WaitingTask[] {
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
  tasks.push(...noticeTasks(study), ...candidateTask(study), ...study.sections.flatMap(reviewerTask));
  tasks.push(...study.rounds.flatMap((round) => roundTasks(round, who)));
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
    const since = oldestOf(own.map((notice) => notice.since));
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
      news: newsOf(own.map((notice) => notice.since)),
      code,
      count: own.length,
    };
  });
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

/** What a reader outside the team has to do: read the newest edition that was released, and send her remarks while they are asked for. */
function readingTasks({ editions, talk }: StudyWork, who: Worker): WaitingTask[] {
  const [newest] = editions.filter(({ released }) => released).toSorted((one, other) => other.number - one.number);
  if (!newest) return [];
  const { number, at } = newest;
  const asked = remarkTask(talk, number, who);
  if (asked) return [asked];
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
