import { choiceOfPlace, placeOfChoice, type RemarkPlaces } from "~/domain/remarks/places";
import { dayAt } from "~/domain/day";
import { can } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { newId } from "~/platform/ids.server";
import { findRemarkedEdition, pathOf, readPlaces, readRoundIfAny, type ShownRound } from "./open-remarks.server";
import { listForReader } from "./queries.server";

/** The page of the reading room on which remarks are shown, and what is wanted there. */
export interface ReadPage {
  number: string | undefined;
  /** The codes of the sections on the page. */
  sections: readonly string[];
  /** What a new remark is about, as the address says (`C2`, `section:3.1`). */
  about: string | null;
}

/** Remarks beside a page of the reading room, for a reader of the commissioner; null for the team, and where no remarks were asked for. */
export async function loadReadingRemarks(db: Db, user: Viewer, assessment: AssessmentRow, page: ReadPage, at: Date) {
  if (!can(user, "remark.write", { assessmentId: assessment.id })) return null;
  const edition = await findRemarkedEdition(db, user, assessment, page.number);
  const round = await readRoundIfAny(db, edition);
  if (!round) return null;
  const all = await readPlaces(db, edition, user.language);
  const places = placesOfPage(all, page.sections);
  const asked = { assessmentId: assessment.id, editionId: edition.id, dueOn: round.dueOn, places: all };
  const remarks = await listForReader(db, asked, user.id);
  const here = remarks.filter(({ sectionCode }) => sectionCode === null || page.sections.includes(sectionCode));
  return {
    path: pathOf(assessment, edition),
    number: edition.number,
    round: shownRound(round, at),
    about: choiceOf(page.about, places),
    places,
    fresh: newId(at),
    drafts: here.filter(({ sentAt }) => sentAt === null),
    sent: here.filter(({ sentAt }) => sentAt !== null),
    ownDrafts: remarks.filter(({ sentAt }) => sentAt === null).length,
    mine: user.id,
  };
}

/** Remarks as the reading room shows them. */
export type ReadingRemarks = NonNullable<Awaited<ReturnType<typeof loadReadingRemarks>>>;

/** A round with what its readers are told: until when, and whether that day has passed. */
export function shownRound({ dueOn, note, openedAt, closedAt, may }: ShownRound, at: Date) {
  return { dueOn, note, openedAt, closedAt, mayRemark: may.remark, isLate: dueOn !== null && dayAt(at) > dueOn };
}

function placesOfPage({ sections, statements }: RemarkPlaces, codes: readonly string[]): RemarkPlaces {
  return {
    sections: sections.filter(({ code }) => codes.includes(code)),
    statements: statements.filter(({ sectionCode }) => codes.includes(sectionCode)),
  };
}

/** What the form begins with: what the address names, else the section of the page. */
function choiceOf(asked: string | null, places: RemarkPlaces): string {
  const named = asked === null ? null : (placeOfChoice(asked, places) ?? placeOfChoice(`statement:${asked}`, places));
  const [first] = places.sections;
  return choiceOfPlace(named ?? { sectionCode: first?.code ?? null, statementCode: null });
}
