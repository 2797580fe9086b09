import { Agreement } from "~/domain/agreement/measure";
import { type LeftOut, ratingTableOf } from "~/domain/agreement/of-scale";
import { type AgreementOrder, measureAgreements, usualDrawing } from "~/domain/agreement/order";
import { groupBy } from "~/domain/evidence/graph";
import type { CellJudgement } from "~/domain/judgements/cells";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { Criterion } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolVersion } from "./assessment.server";
import { computed, type Method } from "./computations.server";
import type { Db } from "./db.server";
import { listJudgedValues, type RoundRow } from "./judgements.server";
import { inThread } from "./thread.server";

const thread = {
  file: "platform/agreement-thread.ts",
  here: (orders: readonly AgreementOrder[]) => Promise.resolve(measureAgreements(orders)),
};

const method: Method<AgreementOrder, Agreement> = {
  kind: "agreement",
  version: 1,
  shape: Agreement,
  run: (orders) => inThread(thread, orders),
};

/** How far the raters of a round agree on one criterion. */
export interface CriterionAgreement {
  criterion: Criterion;
  agreement: Agreement;
  leftOut: LeftOut;
  /** How many subjects the round has. */
  assigned: number;
}

/** A round whose raters are compared. */
export type ComparedRound = Pick<RoundRow, "id" | "subjects" | "criteria" | "raters" | "openedAt" | "protocolNumber">;

/**
 * How far the raters of rounds agree on each of their criteria, by the id of the round; of rounds that have opened alone, from what the raters themselves
 * gave, on the scale of the protocol that they judged by. Two queries, whatever the number of rounds, and one for each version of the protocol that was not
 * read lately; what was not computed before is computed in a thread.
 */
export async function readAgreements(
  db: Db,
  assessmentId: string,
  rounds: readonly ComparedRound[],
): Promise<Map<string, CriterionAgreement[]>> {
  const opened = rounds.filter(({ openedAt }) => openedAt !== null);
  const [only] = opened;
  if (!only) return new Map();
  const protocols = await protocolsOf(assessmentId, opened);
  const values = await listJudgedValues(db, null, { assessmentId, ...(opened.length === 1 && { roundId: only.id }) });
  const byCriterion = groupBy(values, ({ roundId, criterion }) => `${roundId} ${criterion}`);
  const asked = opened.flatMap((round) =>
    round.criteria.flatMap((id) => askedOf(protocols.get(round.protocolNumber), round, id, byCriterion.get(`${round.id} ${id}`) ?? [])),
  );
  const agreements = await computed(
    db,
    method,
    asked.map(({ order }) => order),
  );
  const found = asked.flatMap(({ order: _, ...one }, place) => {
    const agreement = agreements[place];
    return agreement ? [{ ...one, agreement }] : [];
  });
  return groupBy(found, ({ roundId }) => roundId);
}

async function protocolsOf(assessmentId: string, rounds: readonly ComparedRound[]): Promise<Map<number, Protocol>> {
  const numbers = [...new Set(rounds.map(({ protocolNumber }) => protocolNumber))];
  return new Map(await Promise.all(numbers.map(async (number) => [number, await protocolVersion(assessmentId, number)] as const)));
}

function askedOf(protocol: Protocol | undefined, round: ComparedRound, criterionId: string, judgements: readonly CellJudgement[]) {
  const criterion = protocol && findCriterion(protocol, criterionId);
  const scale = protocol && scaleOf(protocol, criterionId);
  if (!criterion || !scale) return [];
  const { id: roundId, subjects } = round;
  const { table, leftOut } = ratingTableOf(scale, { subjects, raters: round.raters.map(({ id }) => id), judgements });
  return [{ roundId, criterion, leftOut, assigned: subjects.length, order: { table, drawing: usualDrawing } }];
}
