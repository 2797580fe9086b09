import { cellKey, cellsOf, type CellRef } from "~/domain/judgements/cells";
import { type JudgementPart, judgementParts, levelFromStored, missingOf } from "~/domain/judgements/value";
import type { Db } from "./db.server";

/** What a rater's own judgements still lack, by round and cell; one that is not begun lacks everything. */
export type OwnCells = ReadonlyMap<string, readonly JudgementPart[]>;

const keyIn = (roundId: string, cell: CellRef) => `${roundId} ${cellKey(cell)}`;

/** How far a rater is with her own judgements in some rounds: what each lacks to be sent, not what it says. Two queries. */
export async function readOwnCells(db: Db, raterId: string, roundIds: readonly string[]): Promise<OwnCells> {
  if (roundIds.length === 0) return new Map();
  const rows = await db.judgement.findMany({
    where: { rater: raterId, roundId: { in: [...roundIds] } },
    select: {
      id: true,
      roundId: true,
      subjectId: true,
      criterion: true,
      level: true,
      without: true,
      justification: true,
      ownExpertise: true,
    },
  });
  const counts = await db.ground.groupBy({
    by: ["holderId"],
    where: { holderKind: "judgement", holderId: { in: rows.map(({ id }) => id) } },
    _count: { _all: true },
  });
  const grounds = new Map(counts.map(({ holderId, _count }) => [holderId, _count._all]));
  return new Map(
    rows.map(({ id, roundId, level, ...row }) => [
      keyIn(roundId, row),
      missingOf({ ...row, level: levelFromStored(level), grounds: grounds.get(id) ?? 0 }),
    ]),
  );
}

/** A cell of a round that can't be sent yet, with what it lacks. */
export type UnfilledCell = CellRef & { missing: readonly JudgementPart[] };

/** The cells of a round that can't be sent yet, in the order of the round. */
export function unfilledCells(
  round: { id: string; subjects: readonly string[]; criteria: readonly string[] },
  own: OwnCells,
): UnfilledCell[] {
  return cellsOf(round)
    .map((cell) => ({ ...cell, missing: own.get(keyIn(round.id, cell)) ?? judgementParts }))
    .filter(({ missing }) => missing.length > 0);
}
