import { z } from "zod";
import { moveFrom } from "~/domain/moves/table";
import { roundMoves, roundStateOf, type RoundMove } from "~/domain/moves/round";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { judgedSubjects } from "~/domain/protocol/criteria";
import type { Tx } from "./db.server";
import { refuse } from "./refusal.server";

const Names = z.array(z.string());

/** A round that can make this move now, with the raters who were not replaced; refuses one that is not there (404) or in another state (409). */
export async function findChangeableRound(tx: Tx, assessmentId: string, id: string, move: RoundMove) {
  const row = await tx.round.findFirst({
    where: { id, assessmentId },
    include: { raters: { where: { replacedAt: null }, orderBy: { id: "asc" } } },
  });
  if (!row) throw refuse("not-found");
  const state = roundStateOf(row);
  if (!moveFrom(roundMoves, state, move)) throw refuse("wrong-state", { state });
  const subjectKind: JudgedSubject = z.enum(judgedSubjects).parse(row.subjectKind);
  return { ...row, subjectKind, subjects: Names.parse(JSON.parse(row.subjects)), criteria: Names.parse(JSON.parse(row.criteria)) };
}
