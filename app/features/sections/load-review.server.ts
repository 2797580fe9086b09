import { languagesOf } from "~/domain/sections/content";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { sectionBinder } from "~/platform/section-binding.server";
import { causeViews, changedLinks, signOffViews, stateView } from "./load-section.server";
import { findSectionStudy } from "./section-study.server";
import { listNames, readSectionBody, sectionHead } from "./section-view.server";

/** The page on which a section is reviewed: its text with the grounds in full beside it, what changed since her sign-off, and what signing would bind. */
export async function loadReview(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const study = await findSectionStudy(db, user, assessment, code);
  const { standing, section, document } = study;
  const people = [
    ...standing.people.writerIds,
    ...standing.people.reviewerIds,
    ...standing.signOffs.map(({ byId }) => byId),
    ...study.people.authorIds,
  ];
  const languages = languagesOf(section, assessment.languages);
  const mine = standing.signOffs.filter(({ byId, endedAt }) => byId === user.id && endedAt === null).at(-1);
  const overtaken = mine ?? standing.signOffs.filter(({ endedAt, holds }) => endedAt === null && !holds).at(-1);
  const causes = overtaken && !overtaken.holds ? overtaken.causes : [];
  const [names, body, bind, told] = await Promise.all([
    listNames(db, people),
    readSectionBody(db, study),
    sectionBinder(db, study, document, [section.id]),
    causeViews(db, study, causes),
  ]);
  const binding = bind(section.id, languages);
  return {
    head: sectionHead(study, names),
    ...body,
    reading: study.reading,
    state: stateView(study, names),
    signOffs: signOffViews(study, names),
    moves: study.moves.map(({ name, hindrance }) => ({ name, hindrance })),
    since:
      overtaken && !overtaken.holds
        ? {
            at: overtaken.at,
            version: overtaken.sectionChanges,
            mine: overtaken === mine,
            by: names.get(overtaken.byId) ?? "",
            causes: told,
          }
        : null,
    changed: changedLinks(study, causes),
    languages,
    missing: standing.missing,
    binds: { content: binding.digests.content, evidence: binding.digests.evidence, grounds: binding.entries.length },
    authors: study.people.authorIds.map((id) => names.get(id) ?? ""),
  };
}
