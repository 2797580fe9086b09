import type { EditionMove } from "~/domain/moves/edition";
import { can } from "~/domain/permissions";
import { listDocumentInterviewees } from "~/platform/answer-attribution.server";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { listNotices } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";
import { readStudyHindrances } from "~/platform/study-gate.server";
import {
  editionAt,
  findEditionIfAny,
  isReleased,
  listAllEditions,
  listReaders,
  readableOf,
  readManifest,
  type ListedEdition,
} from "./queries.server";

/** The editions of an assessment, listed once: those that this person may read, and one by its address, not found for who may not read it. */
export async function openEditions(user: Viewer, assessment: AssessmentRow) {
  authorize(user, "edition.list", assessment);
  const all = await listAllEditions(db, assessment.id);
  const find = (number: string | undefined, draft?: string | null): ListedEdition => {
    const edition = editionAt(all, number, draft);
    if (!edition) throw refuse("not-found");
    authorize(user, "edition.read", { assessmentId: assessment.id, released: isReleased(edition) });
    return edition;
  };
  return { readable: readableOf(user, assessment, all), find };
}

/** An edition that this person may read; not found otherwise, also when it exists. */
export async function findReadableEdition(
  user: Viewer,
  assessment: AssessmentRow,
  number: string | undefined,
  draft?: string | null,
): Promise<ListedEdition> {
  return (await openEditions(user, assessment)).find(number, draft);
}

/** What the page of an edition shows. */
export async function openEdition(user: Viewer, assessment: AssessmentRow, number: string | undefined, draft?: string | null) {
  const { readable, find } = await openEditions(user, assessment);
  const edition = find(number, draft);
  const tells = can(user, "notice.read", assessment);
  return {
    notices: tells ? (await listNotices(db, assessment.id, { editionId: edition.id, open: true })).length : 0,
    edition,
    manifest: await readManifest(db, edition.id),
    others: readable.filter((other) => other.number === edition.number),
    earlier: earlierOf(edition, readable),
    path: `/assessments/${assessment.slug}/editions`,
    mayRelease: can(user, "edition.release", assessment),
    mayTakeOver: can(user, "returned-file.take", assessment),
  };
}

/** What an edition is compared with: the draft before it, and the last edition before it that was released. */
function earlierOf(edition: ListedEdition, all: readonly ListedEdition[]): Pick<ListedEdition, "number" | "onlyDraft">[] {
  const before = all.find(({ number, draft }) => number === edition.number && draft === edition.draft - 1);
  const released = all.find((other) => other.number < edition.number && isReleased(other));
  return [before, released].flatMap((one) => (one ? [{ number: one.number, onlyDraft: one.onlyDraft }] : []));
}

/** The edition of that number that the move is about: refused with its state when it can't make it. */
export async function findEditionToMove(assessment: AssessmentRow, number: string | undefined, move: EditionMove) {
  const edition = await findEditionIfAny(db, assessment, number);
  if (!edition) throw refuse("not-found");
  if (!edition.moves.includes(move)) throw refuse("wrong-state", { state: edition.shown });
  const protocol = await protocolOf(assessment);
  const [manifest, readers, { small }, gate] = await Promise.all([
    readManifest(db, edition.id),
    listReaders(db, assessment.id),
    listDocumentInterviewees(db, protocol, assessment.id),
    readStudyHindrances(db, assessment.id, protocol),
  ]);
  return {
    edition,
    path: `/assessments/${assessment.slug}/editions`,
    readers,
    small: small.length,
    gate: { blockers: gate.blockers.length, unreasoned: gate.unreasoned.length },
    withheld: manifest.evidence.filter((evidence) => evidence.withheld).length,
    unsigned: manifest.sections.filter(({ signOff }) => signOff === "missing" || signOff === "stale").length,
  };
}

/** What a confirmation page of an edition shows. */
export type EditionToMove = Awaited<ReturnType<typeof findEditionToMove>>;
