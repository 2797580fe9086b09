import { textIn } from "~/domain/local-text";
import { heldStates, isChosen, writableInterviewStates } from "~/domain/moves/interview";
import { reviewedSectionStates } from "~/domain/moves/section";
import { can } from "~/domain/permissions";
import { roundMoves } from "~/domain/moves/round";
import { moveFrom } from "~/domain/moves/table";
import type { Language } from "~/domain/tool-language";
import { tell, type ToldEvent } from "~/domain/trail/told-event";
import type { StudyWork } from "~/domain/work/study-work";
import { nextDraft } from "~/domain/moves/edition";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { noteVisits } from "~/platform/last-visit.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { listPersonWork, type PersonWork } from "~/platform/person-work.server";
import { listEvents } from "~/platform/trail.server";

/** Everything on *My work*: what waits over all assessments oldest first, and beside it editions, others and what changed. */
export async function loadWork(db: Db, user: Viewer, at: Date) {
  const work = await listPersonWork(db, user);
  const ids = work.map(({ assessment }) => assessment.id);
  const since = await noteVisits(db, user.id, ids, at);
  const team = work.filter(({ assessment }) => can(user, "overview.read", assessment));
  const names = await namesOfUsers(
    db,
    team.flatMap(({ study }) => study.sections.flatMap(({ reviewerIds }) => reviewerIds)),
  );
  const tasks = work.flatMap((one) =>
    one.tasks.map((task) => ({
      ...task,
      name: textIn(task.name, user.language, one.assessment.languages),
      base: baseOf(one),
      assessment: nameAmong(one, work, user.language),
    })),
  );
  return {
    tasks: tasks.toSorted((one, other) => (one.since?.getTime() ?? Infinity) - (other.since?.getTime() ?? Infinity) || 0),
    several: work.length > 1,
    none: work.length === 0,
    studies: await Promise.all(
      team.map(async (one) => ({
        base: baseOf(one),
        title: nameAmong(one, work, user.language),
        edition: nextDraft(
          one.study.editions.map(({ number, draft, released }) => ({ number, draft, state: released ? "released" : "draft" })),
        ).number,
        endsOn: one.assessment.endsOn,
        meters: metersOf(one.study),
        waiting: waitingOf(one.study, user, names, one.assessment.languages),
        since: since.get(one.assessment.id) ?? null,
        changed: await changedSince(db, one, user, since.get(one.assessment.id) ?? null),
      })),
    ),
  };
}

/** Everything that *My work* shows. */
export type WorkShown = Awaited<ReturnType<typeof loadWork>>;

const baseOf = ({ assessment }: PersonWork) => `/assessments/${assessment.slug}`;
const titleOf = ({ assessment }: PersonWork, language: Language) => textIn(assessment.title, language, assessment.languages);

/** The title of a study, with its address where another one on the page has the same title. */
function nameAmong(one: PersonWork, all: readonly PersonWork[], language: Language): string {
  const title = titleOf(one, language);
  return all.some((other) => other !== one && titleOf(other, language) === title) ? `${title} (${one.assessment.slug})` : title;
}

function metersOf({ sections, interviews }: StudyWork) {
  const asked = sections.filter(({ needsSignOff }) => needsSignOff);
  const statements = sections.reduce((sum, one) => sum + one.statements, 0);
  const bare = sections.reduce((sum, { unsupported }) => sum + unsupported.length, 0);
  const measures = [
    { key: "sections", done: asked.filter(({ complete }) => complete).length, total: asked.length },
    { key: "statements", done: statements - bare, total: statements },
    {
      key: "interviews",
      done: interviews.filter(({ state }) => heldStates.includes(state) && !writableInterviewStates.includes(state)).length,
      total: interviews.filter(({ state }) => isChosen(state)).length,
    },
  ] as const;
  return measures.filter(({ total }) => total > 0);
}

/** What others have to do before this person can go on: her sections in review, and rounds that she has sent. */
function waitingOf({ sections, rounds }: StudyWork, user: Viewer, names: ReadonlyMap<string, string>, languages: readonly string[]) {
  const inReview = sections.filter(({ state, writerIds }) => writerIds.includes(user.id) && reviewedSectionStates.includes(state));
  const sent = rounds.filter(({ state, sentIds }) => sentIds.includes(user.id) && moveFrom(roundMoves, state, "send"));
  return {
    sections: inReview.map(({ code, number, heading, reviewerIds, signedByIds, since }) => ({
      code,
      title: [number, textIn(heading, user.language, languages)].filter(Boolean).join(" "),
      people: reviewerIds.filter((id) => !signedByIds.includes(id)).map((id) => names.get(id) ?? ""),
      since,
    })),
    rounds: sent.map(({ number, title, sentIds, raterIds }) => ({
      number,
      title: textIn(title, user.language, languages),
      sent: sentIds.length,
      of: raterIds.length,
    })),
  };
}

/** The newest events by others since a moment; the newest of all when this is the first visit. */
async function changedSince(db: Db, { assessment, study }: PersonWork, user: Viewer, since: Date | null): Promise<ToldEvent[]> {
  const { events } = await listEvents(db, { chain: assessment.id, limit: 30, filter: since ? { from: since } : {} });
  return events
    .filter(({ by }) => by.id !== user.id)
    .slice(0, 5)
    .map((event) => {
      const section = event.subject.type === "section" && study.sections.find(({ code }) => code === event.label);
      return { ...tell(event), ...(section && { thing: textIn(section.heading, user.language, assessment.languages) }) };
    });
}
