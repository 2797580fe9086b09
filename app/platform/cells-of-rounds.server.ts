import { groupBy } from "~/domain/evidence/graph";
import { cellKey, standingOf } from "~/domain/judgements/cells";
import { levelFromStored, type Judged } from "~/domain/judgements/value";
import { canMoveRound } from "~/domain/moves/round";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";
import type { Onlooker } from "./interviewees.server";
import { listRounds, openedFirst, type RoundRow } from "./judgements.server";

/** How one subject stands on one criterion: what counts, and the judgement that it is, which can be cited; nothing of a round that is not open. */
export interface CellOfRound {
  state: "unrated" | "blind" | "differs" | "agreed" | "reconciled";
  judged: Judged | null;
  /** What each rater gave. */
  given: Judged[];
  /** The judgement that counts. */
  counting: { id: string; code: string } | null;
  /** Every judgement of the cell that may be seen, the one that counts among them: what they rest on, the cell rests on. */
  judgements: string[];
  sent: number;
  raters: number;
  /** The number of the protocol by which its round judges. */
  protocolNumber: number;
}

/**
 * How the subjects of one kind stand, by `cellKey`: the newest opened round that has a cell decides it, where none has opened the newest.
 * Three queries.
 */
export async function readCellsOfRounds(
  db: Db,
  viewer: Onlooker,
  assessmentId: string,
  kind: JudgedSubject,
): Promise<Map<string, CellOfRound>> {
  const rounds = await listRounds(db, viewer === "reader" ? "" : viewer.id, { assessmentId, subjectKind: kind });
  const rows = await db.judgement.findMany({
    where: { assessmentId, subjectKind: kind, ...judgementsSeenBy(null) },
    select: {
      id: true,
      code: true,
      roundId: true,
      subjectId: true,
      criterion: true,
      rater: true,
      level: true,
      without: true,
      agreed: true,
    },
    orderBy: { id: "asc" },
  });
  const judged = rows.map((row) => ({ ...row, level: levelFromStored(row.level) }));
  const byCell = groupBy(judged, (row) => `${row.roundId} ${cellKey(row)}`);
  const found = new Map<string, CellOfRound>();
  for (const round of openedFirst(rounds))
    for (const subjectId of round.subjects)
      for (const criterion of round.criteria) {
        const key = cellKey({ subjectId, criterion });
        if (!found.has(key)) found.set(key, cellOf(round, byCell.get(`${round.id} ${key}`) ?? []));
      }
  return found;
}

type Row = Parameters<typeof standingOf>[0][number] & { id: string; code: string };

function cellOf(round: RoundRow, rows: readonly Row[]): CellOfRound {
  const counts = { sent: round.sent, raters: round.raters.length, protocolNumber: round.protocolNumber };
  if (canMoveRound(round.state, "rate")) return { ...counts, state: "blind", judged: null, given: [], counting: null, judgements: [] };
  const { state, counting, ratings } = standingOf(rows);
  return {
    ...counts,
    state,
    judged: counting && judgedIn(counting),
    given: ratings.map(judgedIn),
    counting: counting && { id: counting.id, code: counting.code },
    judgements: rows.map(({ id }) => id),
  };
}

const judgedIn = ({ level, without }: Judged): Judged => ({ level, without });
