import { labelsOfInterviewees, strictestOf } from "~/domain/attribution";
import type { Db } from "~/platform/db.server";
import { readingOf } from "~/platform/evidence-view.server";
import { translator } from "~/platform/i18n.server";
import { byInterview, listAgreed, nameParticipants } from "~/platform/interviewees.server";
import type { GridColumn } from "./read-grid.server";
import type { ComparedStudy } from "./study";

/** Who speaks in each column, by interview, at the strictest level of anything that stands in it. A constant number of queries. */
export async function listColumnPeople(
  db: Db,
  { assessment, protocol, viewer }: ComparedStudy,
  columns: readonly GridColumn[],
): Promise<Map<string, string>> {
  const ids = columns.map(({ id }) => id);
  const agreed = byInterview(await listAgreed(db, viewer, assessment.id, ids));
  const wanted = columns.map(({ id, levels }) => {
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
