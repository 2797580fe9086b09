import type { StudyWork, Worker } from "./study-work";
import { blank, type WaitingTask } from "./task";

/** What came of the drafts that a person asked for: there is one to open, or one was not made. */
export function askedTasks({ asked }: Pick<StudyWork, "asked">, who: Worker): WaitingTask[] {
  return asked
    .filter(({ askedById }) => askedById === who.id)
    .map(({ id, at, edition }): WaitingTask => {
      const common = { ...blank, key: `draft ${id}`, group: "own" as const, since: at };
      if (!edition) return { ...common, kind: "draft-failed", path: `/editions/jobs/${id}`, status: "failed" };
      const { number, draft } = edition;
      const path = `/editions/${number}/drafts/${draft}`;
      return { ...common, kind: "open-draft", path, status: "ready", code: String(number), count: draft };
    });
}
