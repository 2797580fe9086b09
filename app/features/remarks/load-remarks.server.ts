import { can } from "~/domain/permissions";
import { fitsFilter, progressOf } from "~/domain/remarks/remark";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { shownRound } from "./load-reading-remarks.server";
import { findRemarkedEdition, pathOf, readPlaces, readRoundIfAny } from "./open-remarks.server";
import { listForReader, listForTeam } from "./queries.server";

/** The remarks on an edition: for the team the table of responses, for a reader her own and those of her colleagues that were sent. */
export async function loadRemarks(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  number: string | undefined,
  { query, at }: { query: URLSearchParams; at: Date },
) {
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const [round, places] = await Promise.all([readRoundIfAny(db, edition), readPlaces(db, edition, user.language)]);
  const asked = { assessmentId: assessment.id, editionId: edition.id, dueOn: round?.dueOn ?? null, places };
  const shown = {
    path: pathOf(assessment, edition),
    number: edition.number,
    languages: assessment.languages,
    round: round && shownRound(round, at),
  };
  if (can(user, "remark.write", { assessmentId: assessment.id })) {
    const remarks = await listForReader(db, asked, user.id);
    return { ...shown, for: "reader" as const, places, remarks, mine: user.id };
  }
  const all = await listForTeam(db, asked);
  const filter = filterOf(query);
  const may = {
    manage: can(user, "comment-round.manage", { assessmentId: assessment.id }),
    show: can(user, "remark.show", { assessmentId: assessment.id }),
  };
  return {
    ...shown,
    for: "team" as const,
    filter,
    isFiltered: Object.values(filter).some((value) => value !== ""),
    people: distinct(all.map(({ byId, by }) => ({ value: byId, label: by }))),
    sections: distinct(all.map(({ sectionCode, section }) => ({ value: sectionCode ?? "edition", label: section ?? "" }))),
    remarks: all.filter((remark) => fitsFilter(remark, filter)),
    progress: progressOf(all),
    may,
  };
}

/** The remarks on an edition as their page shows them. */
export type RemarksShown = Awaited<ReturnType<typeof loadRemarks>>;
/** The table of responses, for the team. */
export type TeamRemarks = Extract<RemarksShown, { for: "team" }>;
/** The remarks that a reader sees. */
export type ReaderRemarks = Extract<RemarksShown, { for: "reader" }>;

/** What the query string narrows the table to. */
function filterOf(query: URLSearchParams) {
  const value = (name: string) => query.get(name)?.slice(0, 100) ?? "";
  return { show: value("show"), person: value("person"), section: value("section"), stance: value("stance") };
}

function distinct<One extends { value: string }>(all: readonly One[]): One[] {
  return all.filter(({ value }, place) => all.findIndex((other) => other.value === value) === place);
}
