import { groupBy } from "~/domain/evidence/graph";
import { cellKey } from "~/domain/judgements/cells";
import { meanOfCells, ratedCell, type RatedCell, type RatedCriterion, type RatedSubject } from "~/domain/judgements/rated";
import { isReworded } from "~/domain/judgements/wording";
import type { LocalText } from "~/domain/local-text";
import { canMoveRound } from "~/domain/moves/round";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";
import { protocolsOfRounds } from "./judged-protocols.server";
import { listJudgedThings } from "./judgement-subjects.server";
import { type JudgedValue, listJudgedValues, listRounds, openedFirst, type RoundRow } from "./judgements.server";

/**
 * A subject as it was rated; `rounds` holds the round that decides each cell, null where none does, `again` the blind one that judges anew what
 * an opened one decides.
 */
export interface RatedRow extends RatedSubject {
  id: string;
  about: LocalText | null;
  rounds: readonly (RoundRow | null)[];
  again: readonly (RoundRow | null)[];
}

/** Everything of one kind against its criteria. */
export interface RatedTable {
  criteria: RatedCriterion[];
  /** By their codes. */
  rows: RatedRow[];
  rounds: RoundRow[];
  /** The protocols by which the rounds judge, by number. */
  judgedBy: ReadonlyMap<number, Protocol>;
}

/**
 * How the subjects of one kind stand on their criteria: the newest opened round that has a cell decides it, so that what was agreed stands until
 * a later round opens; where none has opened the newest. Of a round that has not opened nobody sees a value here, its
 * raters no more than others. `viewerId` is null for the reader of a document. `subjectId` reads one of them, archived or not. Five queries, whatever the
 * number of subjects.
 */
export async function readRated(
  db: Db,
  viewerId: string | null,
  { assessment, protocol }: { assessment: { id: string }; protocol: Protocol },
  kind: JudgedSubject,
  subjectId?: string,
): Promise<RatedTable> {
  const where = { assessmentId: assessment.id, subjectKind: kind };
  const one = subjectId === undefined ? null : { subjectId };
  const things = await listJudgedThings(db, assessment.id, protocol, kind, one ? [one.subjectId] : undefined);
  const rounds = await listRounds(db, viewerId ?? "", where);
  const byCell = groupBy(await listJudgedValues(db, viewerId, { ...where, ...one }), (row) => `${row.roundId} ${cellKey(row)}`);
  const judgedBy = await protocolsOfRounds(assessment.id, rounds);
  const isEarlier = earlierIn(judgedBy, protocol);
  const deciding = openedFirst(rounds);
  const criteria = criteriaFor(protocol, kind).map(({ id, code, title }) => ({ id, code, title, scale: scaleOf(protocol, id) }));
  const rows = things.map(({ id, code, name, about }) => {
    const decides = criteria.map((criterion) => deciding.find((round) => hasCell(round, id, criterion.id)) ?? null);
    const again = criteria.map((criterion, at) => judgesAgain(rounds, decides[at] ?? null, id, criterion.id));
    const cells = decides.map((round, at) => cellOf(round, { subjectId: id, criterion: criteria[at]?.id ?? "" }, byCell, isEarlier));
    return { id, code, name, about, cells, mean: meanOfCells(cells, criteria), rounds: decides, again };
  });
  return { criteria, rows, rounds, judgedBy };
}

/** The blind round that judges a cell anew, newest first; null where nothing has opened that it could replace. */
function judgesAgain(rounds: readonly RoundRow[], decides: RoundRow | null, subjectId: string, criterion: string): RoundRow | null {
  if (!decides || canMoveRound(decides.state, "rate")) return null;
  return rounds.find((round) => canMoveRound(round.state, "rate") && hasCell(round, subjectId, criterion)) ?? null;
}

const hasCell = ({ subjects, criteria }: RoundRow, subjectId: string, criterion: string) =>
  subjects.includes(subjectId) && criteria.includes(criterion);

function cellOf(
  round: RoundRow | null,
  cell: { subjectId: string; criterion: string },
  byCell: ReadonlyMap<string, JudgedValue[]>,
  isEarlier: (round: RoundRow, criterion: string) => boolean,
): RatedCell {
  if (!round) return { state: "unrated" };
  if (canMoveRound(round.state, "rate")) return { state: "blind", sent: round.sent, raters: round.raters.length };
  const rated = ratedCell(
    byCell.get(`${round.id} ${cellKey(cell)}`) ?? [],
    round.raters.map(({ id }) => id),
  );
  return "given" in rated && isEarlier(round, cell.criterion) ? { ...rated, earlier: true } : rated;
}

/** Whether a round judges a criterion on an earlier wording; looked up once per protocol and criterion. */
function earlierIn(judgedBy: ReadonlyMap<number, Protocol>, now: Protocol) {
  const known = new Map<string, boolean>();
  return ({ protocolNumber }: RoundRow, criterion: string): boolean => {
    const key = `${protocolNumber} ${criterion}`;
    const found = known.get(key) ?? isReworded(judgedBy.get(protocolNumber) ?? now, now, criterion);
    known.set(key, found);
    return found;
  };
}
