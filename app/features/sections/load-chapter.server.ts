import { textIn } from "~/domain/local-text";
import { languagesOf } from "~/domain/sections/content";
import { movesOf } from "~/domain/sections/moves-of";
import { numberSections } from "~/domain/sections/numbering";
import type { Db } from "~/platform/db.server";
import type { SectionRow } from "~/platform/evidence-graph.server";
import type { Reading } from "~/platform/evidence-view.server";
import { readAuthors } from "~/platform/section-authors.server";
import { sectionBinder } from "~/platform/section-binding.server";
import { isSignedBy, readStandings, sectionPeople } from "~/platform/section-standing.server";
import type { SectionStudy } from "./section-study.server";

/** The sections of a chapter, itself and all below it, that this person can sign off now; none where fewer than two are left. */
export async function listBelow(db: Db, study: SectionStudy): Promise<SectionRow[]> {
  const { document, section, user } = study;
  const within = sectionsWithin(document.sections, section.id);
  if (within.length < 2) return [];
  const ids = within.map(({ id }) => id);
  const [standings, authors] = await Promise.all([
    readStandings(db, study, document, ids),
    readAuthors(db, study.assessment.id, document, ids),
  ]);
  const open = within.filter(({ id, state }) => {
    const standing = standings.get(id);
    if (!standing) return false;
    const people = sectionPeople(study.assessment.id, standing.people, authors.get(id) ?? []);
    const { stale, needsSignOff } = standing;
    const facts = { state, stale, needsSignOff, contradictionsOpen: 0, signedByMe: isSignedBy(standing, user.id) };
    return !stale && movesOf(people, user, facts).some(({ name, hindrance }) => name === "sign-off" && hindrance === null);
  });
  return open.length < 2 ? [] : open;
}

function sectionsWithin(sections: readonly SectionRow[], id: string): SectionRow[] {
  const below = sections.filter(({ parentId }) => parentId === id);
  return [...sections.filter((one) => one.id === id), ...below.flatMap((one) => sectionsWithin(sections, one.id))];
}

/** The number and heading of a section of a chapter, as the page that signs it off names it. */
export function sectionLabel({ language, fallback }: Reading, section: SectionRow, number: string | null): string {
  return [number, textIn(section.heading, section.language ?? language, fallback)].filter(Boolean).join(" ");
}

/** The page on which a chapter is signed off: each of its sections that she can sign now, with what that would bind. */
export async function loadChapter(db: Db, study: SectionStudy) {
  const { document, reading, assessment } = study;
  const sections = await listBelow(db, study);
  const ids = sections.map(({ id }) => id);
  const bind = await sectionBinder(db, study, document, ids);
  return numberSections(document.sections).flatMap(({ section, number }) => {
    if (!ids.includes(section.id)) return [];
    const languages = languagesOf(section, assessment.languages);
    const { digests, entries } = bind(section.id, languages);
    return [
      {
        value: [section.id, section.version, digests.content, digests.evidence, section.changes].join(" "),
        label: sectionLabel(reading, section, number),
        grounds: entries.length,
        version: section.changes,
      },
    ];
  });
}
