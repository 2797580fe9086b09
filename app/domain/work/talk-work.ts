import type { StudyWork, Worker, WorkSection } from "./study-work";
import { blank, newsOf, oldestOf, type WaitingTask } from "./task";

/** An open point in a section as far as work goes: who spoke in it, and whom it names; not a word of it. */
export interface WorkThread {
  sectionId: string;
  number: number;
  /** In the order in which they were sent. */
  said: readonly { byId: string; at: Date; mentions: readonly string[] }[];
}

/** The suggestions in a section that wait for a writer, by when each was made, the oldest first. */
export interface WorkSuggestions {
  sectionId: string;
  times: readonly Date[];
}

/** A round of remarks on a released edition: `senderIds` have sent some, `unanswered` (ids) wait for a response since `oldest`, `toShow` for the lead. */
export interface WorkRemarks {
  edition: number;
  open: boolean;
  openedAt: Date;
  dueOn: string | null;
  senderIds: readonly string[];
  unanswered: readonly string[];
  oldest: Date | null;
  toShow: readonly string[];
}

/** What people say about sections and editions, until somebody has dealt with it. */
export interface WorkTalk {
  threads: readonly WorkThread[];
  suggestions: readonly WorkSuggestions[];
  remarks: readonly WorkRemarks[];
}

const ofSection = ({ code, number, annex, heading }: WorkSection) => ({
  ...blank,
  group: "others" as const,
  path: `/sections/${code}/review`,
  code: number ?? "",
  annex,
  name: heading,
});

/** What is said about sections and waits for a person: points that name her, and in sections that she writes points without a word of a writer, and suggestions. */
export function talkTasks({ sections, talk }: Pick<StudyWork, "sections" | "talk">, who: Worker): WaitingTask[] {
  return sections.flatMap((section) => {
    const threads = talk.threads.filter(({ sectionId }) => sectionId === section.id);
    const named = threads.flatMap((thread) => mentionTask(section, thread, who));
    if (!section.writerIds.includes(who.id)) return named;
    const asking = threads.filter(({ said }) => !section.writerIds.includes(said.at(-1)?.byId ?? ""));
    const suggested = talk.suggestions.filter(({ sectionId }) => sectionId === section.id);
    return [...named, ...answerTask(section, asking), ...suggestionTask(section, suggested)];
  });
}

/** A point that names a person, until she has said something in it after that. */
function mentionTask(section: WorkSection, { number, said }: WorkThread, who: Worker): WaitingTask[] {
  const named = saidSince(said, [who.id]).filter(({ mentions }) => mentions.includes(who.id));
  const since = named.at(-1)?.at;
  if (since === undefined) return [];
  const news = newsOf(named.map(({ at }) => at));
  return [{ ...ofSection(section), key: `mention ${section.code} ${number}`, kind: "answer-mention", since, news, count: number }];
}

/** What was said in a point after the last word of some people. */
function saidSince(said: WorkThread["said"], userIds: readonly string[]): WorkThread["said"] {
  return said.slice(1 + said.findLastIndex(({ byId }) => userIds.includes(byId)));
}

function answerTask(section: WorkSection, asking: readonly WorkThread[]): WaitingTask[] {
  const since = oldestOf(asking.flatMap(({ said }) => said.at(-1)?.at ?? []));
  if (since === null) return [];
  const news = newsOf(asking.flatMap(({ said }) => saidSince(said, section.writerIds).map(({ at }) => at)));
  return [{ ...ofSection(section), key: `answer ${section.code}`, kind: "answer-comments", since, news, count: asking.length }];
}

function suggestionTask(section: WorkSection, suggested: readonly WorkSuggestions[]): WaitingTask[] {
  return suggested.map(({ times }) => ({
    ...ofSection(section),
    ...{ key: `suggestions ${section.code}`, kind: "settle-suggestions", since: oldestOf(times), news: newsOf(times), count: times.length },
  }));
}

/** The responses that wait for the lead: remarks without one, and those that were not shown yet. */
export function responseTasks({ remarks }: WorkTalk): WaitingTask[] {
  return remarks.flatMap(({ edition, unanswered, toShow, oldest, openedAt }): WaitingTask[] => {
    const path = `/editions/${edition}/remarks`;
    const task = { ...blank, group: "others" as const, path, status: "remark" as const, code: String(edition) };
    if (unanswered.length > 0) {
      const asked = { key: `respond ${edition}`, kind: "respond-remarks" as const, since: oldest };
      return [{ ...task, ...asked, news: unanswered, count: unanswered.length }];
    }
    if (toShow.length === 0) return [];
    return [{ ...task, key: `show ${edition}`, kind: "show-responses" as const, since: openedAt, news: toShow, count: toShow.length }];
  });
}

/** The round of remarks that a reader outside the team is asked for, until she has sent one; null where none is open. */
export function remarkTask({ remarks }: WorkTalk, edition: number, who: Worker): WaitingTask | null {
  const round = remarks.find((one) => one.edition === edition && one.open && !one.senderIds.includes(who.id));
  if (!round) return null;
  return {
    ...blank,
    key: `remark ${edition}`,
    kind: "remark-edition",
    group: "own",
    path: `/editions/${edition}/read`,
    status: "released",
    since: round.openedAt,
    dueOn: round.dueOn,
    code: String(edition),
  };
}
