import { LocalText } from "~/domain/local-text-schema";
import { canMoveCommentRound } from "~/domain/moves/comment-round";
import { EditionState, shownEditionStates } from "~/domain/moves/edition";
import { placesOf } from "~/domain/remarks/places";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";

/** The edition of a number that remarks are made on: the released one, or for the team one that was withdrawn. Not found for a draft. */
export async function findRemarkedEdition(db: Db, user: Viewer, assessment: { id: string }, number: string | undefined) {
  authorize(user, "edition.list", { assessmentId: assessment.id });
  const wanted = /^[1-9]\d{0,5}$/u.test(number ?? "") ? Number(number) : 0;
  const select = { id: true, number: true, state: true, hash: true } as const;
  const rows = await db.edition.findMany({ where: { assessmentId: assessment.id, number: wanted, releasedAt: { not: null } }, select });
  const editions = rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
  const shown = (state: EditionState) => shownEditionStates.includes(state);
  const edition = editions.find(({ state }) => shown(state)) ?? editions[0];
  if (!edition) throw refuse("not-found");
  authorize(user, "edition.read", { assessmentId: assessment.id, released: shown(edition.state) });
  return edition;
}

/** An edition that remarks are made on. */
export type RemarkedEdition = Awaited<ReturnType<typeof findRemarkedEdition>>;

/** The round of remarks on an edition as pages show it; null where none was opened. */
export async function readRoundIfAny(db: Db, { id, state }: RemarkedEdition) {
  const row = await db.commentRound.findUnique({ where: { editionId: id } });
  if (!row) return null;
  const { dueOn, note, openedAt, closedAt, version } = row;
  const round = { closedAt, edition: state };
  const may = {
    remark: canMoveCommentRound(round, "remark"),
    close: canMoveCommentRound(round, "close"),
    reopen: canMoveCommentRound(round, "reopen"),
  };
  return { dueOn, note: LocalText.parse(JSON.parse(note)), openedAt, closedAt, version, may };
}

/** A round of remarks as pages show it. */
export type ShownRound = NonNullable<Awaited<ReturnType<typeof readRoundIfAny>>>;

/** What remarks on an edition can be about, in the words of that edition: headings and texts of now are not for its readers. */
export async function readPlaces(db: Db, edition: RemarkedEdition, language: string) {
  return placesOf(await readEditionDocument(db, edition, language));
}

/** Where an edition and its remarks stand. */
export function pathOf(assessment: Pick<AssessmentRow, "slug">, { number }: { number: number }): string {
  return `/assessments/${assessment.slug}/editions/${number}`;
}
