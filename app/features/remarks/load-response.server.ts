import { can } from "~/domain/permissions";
import { compareCodes } from "~/domain/evidence/codes";
import { isAnswered, mayBeAnswered } from "~/domain/remarks/remark";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { findRemarkedEdition, pathOf, readPlaces, readRoundIfAny, type RemarkedEdition } from "./open-remarks.server";
import { listForTeam, type ShownRemark } from "./queries.server";
import { listChangesSince } from "./changes-since.server";

/** One remark with its response, for the team: what can be linked, what changed in it since the edition, and the remarks before and after it. */
export async function loadResponse(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  { number, code }: { number: string | undefined; code: string | undefined },
) {
  authorize(user, "remark.read", assessment);
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const all = await listAll(db, user, assessment, edition);
  const remark = all.find((one) => one.code === code);
  if (!remark) throw refuse("not-found");
  const statements = await db.statement.findMany({
    where: { assessmentId: assessment.id, block: { archivedAt: null } },
    select: { id: true, code: true, kind: true },
  });
  const place = all.indexOf(remark);
  return {
    path: pathOf(assessment, edition),
    base: `/assessments/${assessment.slug}`,
    number: edition.number,
    languages: assessment.languages,
    remark,
    statements: statements.toSorted((one, other) => compareCodes(one.code, other.code)),
    changes: await listChangesSince(db, assessment.id, edition.id, linkedOf(remark)),
    previous: all[place - 1]?.code ?? null,
    next: all[place + 1]?.code ?? null,
    nextOpen: nextOpenOf(all, place),
    mayRespond: mayBeAnswered(remark) && can(user, "remark.respond", { assessmentId: assessment.id, shown: remark.shownAt !== null }),
  };
}

/** One remark as the page of its response shows it. */
export type ResponseShown = Awaited<ReturnType<typeof loadResponse>>;

/** The statements that a remark is about or that its response names. */
function linkedOf({ statementCode, statements }: ShownRemark): string[] {
  return [...new Set([...(statementCode === null ? [] : [statementCode]), ...statements])];
}

async function listAll(db: Db, user: Viewer, assessment: AssessmentRow, edition: RemarkedEdition) {
  const [round, places] = await Promise.all([readRoundIfAny(db, edition), readPlaces(db, edition, user.language)]);
  return listForTeam(db, { assessmentId: assessment.id, editionId: edition.id, dueOn: round?.dueOn ?? null, places });
}

/** The code of the next remark without a whole response, from this one on and then from the first. */
function nextOpenOf(all: readonly ShownRemark[], place: number): string | null {
  const round = [...all.slice(place + 1), ...all.slice(0, place)];
  return round.find((one) => mayBeAnswered(one) && !isAnswered(one))?.code ?? null;
}
