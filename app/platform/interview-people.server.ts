import { type AttributionLevel, labelsOfInterviewees, strictestOf } from "~/domain/attribution";
import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "./assessment.server";
import type { Db } from "./db.server";
import { readingOf } from "./evidence-view.server";
import { translator } from "./i18n.server";
import { byInterview, listAgreed, nameParticipants, type Onlooker } from "./interviewees.server";
import type { Viewer } from "./viewer.server";

/** An interview that heads a column, with what single answers in it were restricted to. */
export interface HeadingInterview {
  id: string;
  levels: readonly AttributionLevel[];
}

/** A study whose interviewees are named in the language of a person, for her own eyes or for those of another. */
interface StudyOfPeople {
  assessment: AssessmentRow;
  protocol: Protocol;
  viewer: Viewer;
  namedFor?: Onlooker;
}

/**
 * Who speaks in each of these interviews, in words and by interview, at the strictest level of anything said in it. A constant number of
 * queries.
 */
export async function listPeopleOfInterviews(
  db: Db,
  { assessment, protocol, viewer, namedFor = viewer }: StudyOfPeople,
  interviews: readonly HeadingInterview[],
): Promise<Map<string, string>> {
  const ids = interviews.map(({ id }) => id);
  const agreed = byInterview(await listAgreed(db, namedFor, assessment.id, ids));
  const wanted = interviews.map(({ id, levels }) => {
    const participants = agreed.get(id) ?? [];
    const level = strictestOf([...participants.map(({ attribution }) => attribution), ...levels]);
    return { id, shown: participants.map((participant) => ({ participant, level })) };
  });
  const named = await nameParticipants(
    db,
    protocol,
    wanted.flatMap(({ shown }) => shown),
  );
  const { language, fallback, tool } = readingOf(viewer.language, assessment);
  const unnamed = translator(tool, "interviewees")("unnamed");
  let next = 0;
  return new Map(
    wanted.map(({ id, shown }) => {
      const people = named.slice(next, (next += shown.length));
      return [id, labelsOfInterviewees(people, language, unnamed, fallback).join("; ")];
    }),
  );
}
