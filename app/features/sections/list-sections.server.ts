import { gapsOfSection } from "~/domain/evidence/gaps";
import { stateKeyIfAny } from "~/domain/states";
import { textIn } from "~/domain/local-text";
import { findSection } from "~/domain/protocol/readers";
import { languagesOf } from "~/domain/sections/content";
import { wordsOfSection } from "~/domain/sections/words";
import { numberSections } from "~/domain/sections/numbering";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { countOpenPoints } from "~/platform/comments.server";
import type { Db } from "~/platform/db.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { readingOf } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { blocksOf } from "~/platform/section-binding.server";

/** What narrows the outline: a status, and only what this person writes or reviews. */
export interface SectionFilter {
  state: string;
  mine: boolean;
}

/** The outline with how each section stands; a filter leaves out sections, never their place. */
export async function listSections(db: Db, user: Viewer, assessment: AssessmentRow, filter: SectionFilter) {
  const [protocol, document] = await Promise.all([protocolOf(assessment), readKeptDocument(db, assessment.id)]);
  const standings = await readKeptStandings(db, { assessment, protocol });
  const everyone = [...standings.values()].flatMap(({ people }) => [...people.writerIds, ...people.reviewerIds]);
  const names = await namesOfUsers(db, everyone);
  const reading = readingOf(user.language, assessment);
  const state = stateKeyIfAny(filter.state);
  const points = await countOpenPoints(db, assessment.id);
  const rows = numberSections(document.sections).flatMap(({ section, depth, number, annex }) => {
    const standing = standings.get(section.id);
    if (!standing) return [];
    const { writerIds, reviewerIds } = standing.people;
    const statements = [...document.graph.statements.values()].filter(({ sectionId }) => sectionId === section.id).length;
    return [
      {
        code: section.code,
        number,
        annex,
        depth,
        heading: textIn(section.heading, section.language ?? reading.language, reading.fallback),
        status: standing.status,
        writers: writerIds.map((id) => names.get(id) ?? ""),
        reviewers: reviewerIds.map((id) => names.get(id) ?? ""),
        statements,
        open: points.get(section.id) ?? { comments: 0, suggestions: 0 },
        withoutGround: gapsOfSection(document.graph, section.id).unsupported.length,
        dueOn: section.dueOn,
        words: wordsOfSection(blocksOf(document, section.id), languagesOf(section, assessment.languages)),
        target: findSection(protocol, section.node)?.words ?? null,
        mine: writerIds.includes(user.id) || reviewerIds.includes(user.id),
      },
    ];
  });
  const shown = rows.filter((row) => (!filter.mine || row.mine) && (!state || row.status === state));
  return { rows: shown, total: rows.length };
}

/** A line of the outline. */
export type OutlineLine = Awaited<ReturnType<typeof listSections>>["rows"][number];
