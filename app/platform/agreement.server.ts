import { Agreement } from "~/domain/agreement/measure";
import { type LeftOut, ratingTableOf } from "~/domain/agreement/of-scale";
import { type AgreementOrder, measureAgreements, usualDrawing } from "~/domain/agreement/order";
import { groupBy } from "~/domain/evidence/graph";
import type { CellJudgement } from "~/domain/judgements/cells";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import type { Criterion } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import { computed, type Method } from "./computations.server";
import type { Db } from "./db.server";
import { protocolsOfRounds } from "./judged-protocols.server";
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
export type ComparedRound = Pick<RoundRow, "id" | "subjects" | "criteria" | "raters" | "openedAt" | "protocolNumber" | "version">;

/** What is to be computed of a criterion. */
type AskedAgreement = Omit<CriterionAgreement, "agreement"> & { order: AgreementOrder };

/** The ratings of rounds that were read lately, newest last, by round and version. */
const read = new Map<string, AskedAgreement[]>();
const kept = 50;

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
  const asked = await readAsked(db, assessmentId, opened);
  const all = opened.flatMap(({ id: roundId }) => (asked.get(roundId) ?? []).map((one) => ({ roundId, ...one })));
  if (all.length === 0) return new Map();
  const agreements = await computed(
    db,
    method,
    all.map(({ order }) => order),
  );
  const found = all.flatMap(({ order: _, ...one }, place) => {
    const agreement = agreements[place];
    return agreement ? [{ ...one, agreement }] : [];
  });
  return groupBy(found, ({ roundId }) => roundId);
}

/**
 * The ratings of rounds as they are compared. In a round that has opened nobody rates any more, and whoever moves its ratings gives it another version: they
 * are read once for each.
 */
async function readAsked(db: Db, assessmentId: string, rounds: readonly ComparedRound[]): Promise<Map<string, AskedAgreement[]>> {
  const missing = rounds.filter((round) => !read.has(keyOf(round)));
  if (missing.length > 0) {
    const protocols = await protocolsOfRounds(assessmentId, missing);
    const values = await listJudgedValues(db, null, { assessmentId, roundId: { in: missing.map(({ id }) => id) } });
    const byCriterion = groupBy(values, ({ roundId, criterion }) => `${roundId} ${criterion}`);
    for (const round of missing) {
      const of = (id: string) => askedOf(protocols.get(round.protocolNumber), round, id, byCriterion.get(`${round.id} ${id}`) ?? []);
      read.set(keyOf(round), round.criteria.flatMap(of));
    }
  }
  const found = new Map(rounds.map((round) => [round.id, read.get(keyOf(round)) ?? []]));
  for (const key of [...read.keys()].slice(0, -kept)) read.delete(key);
  return found;
}

const keyOf = ({ id, version }: ComparedRound) => `${id} ${version}`;

function askedOf(
  protocol: Protocol | undefined,
  round: ComparedRound,
  criterionId: string,
  judgements: readonly CellJudgement[],
): AskedAgreement[] {
  const criterion = protocol && findCriterion(protocol, criterionId);
  const scale = protocol && scaleOf(protocol, criterionId);
  if (!criterion || !scale) return [];
  const { table, leftOut } = ratingTableOf(scale, { ...round, raters: round.raters.map(({ id }) => id), judgements });
  return [{ criterion, leftOut, assigned: round.subjects.length, order: { table, drawing: usualDrawing } }];
}
