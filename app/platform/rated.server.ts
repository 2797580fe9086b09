import { groupBy } from "~/domain/evidence/graph";
import { cellKey } from "~/domain/judgements/cells";
import { meanOfCells, ratedCell, type RatedCell, type RatedCriterion, type RatedSubject } from "~/domain/judgements/rated";
import { isReworded } from "~/domain/judgements/wording";
import type { LocalText } from "~/domain/local-text";
import { canMoveRound, isAbandoned } from "~/domain/moves/round";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";
import { protocolsOfRounds } from "./judged-protocols.server";
import { listJudgedThings } from "./judgement-subjects.server";
import { type JudgedValue, listJudgedValues, listRounds, type RoundRow } from "./judgements.server";

/** A subject as it was rated; `rounds` holds the round that decides each cell, null where none does. */
export interface RatedRow extends RatedSubject {
  id: string;
  about: LocalText | null;
  rounds: readonly (RoundRow | null)[];
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
 * How the subjects of one kind stand on their criteria: the newest round that has a cell and was not abandoned decides it, and of one that has
 * not opened nobody sees a value here, its raters no more than others. For the reader of a document (`viewerId` null) what has opened goes before
 * what has not, so that a document says what was agreed until a later round opens. `subjectId` reads one of them, archived or not. Five queries,
 * whatever the number of subjects.
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
  const isOpen = ({ openedAt }: RoundRow) => openedAt !== null;
  const deciding = viewerId === null ? [...rounds.filter(isOpen), ...rounds.filter((round) => !isOpen(round))] : rounds;
  const criteria = criteriaFor(protocol, kind).map(({ id, code, title }) => ({ id, code, title, scale: scaleOf(protocol, id) }));
  const rows = things.map(({ id, code, name, about }) => {
    const decides = criteria.map((criterion) => deciding.find((round) => hasCell(round, id, criterion.id)) ?? null);
    const cells = decides.map((round, at) => cellOf(round, { subjectId: id, criterion: criteria[at]?.id ?? "" }, byCell, isEarlier));
    return { id, code, name, about, cells, mean: meanOfCells(cells, criteria), rounds: decides };
  });
  return { criteria, rows, rounds, judgedBy };
}

const hasCell = ({ state, subjects, criteria }: RoundRow, subjectId: string, criterion: string) =>
  !isAbandoned(state) && subjects.includes(subjectId) && criteria.includes(criterion);

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
