import { canMoveRound } from "~/domain/moves/round";
import { groupBy } from "~/domain/evidence/graph";
import { compareCodes } from "~/domain/evidence/codes";
import { cellKey, standingOf } from "~/domain/judgements/cells";
import { apartOf } from "~/domain/judgements/reconciliation";
import { shownValue } from "~/domain/judgements/shown-value";
import { type LocalText, textIn } from "~/domain/local-text";
import { findCriterion, scaleOf } from "~/domain/protocol/readers";
import { judgedSubjects } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { protocolsOfRounds } from "~/platform/judged-protocols.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { type JudgedValue, listJudgedValues, listRounds, type RoundRow } from "~/platform/judgements.server";
import type { RoundStudy } from "./queries.server";

/**
 * The cells of open rounds that raters judged differently, those that lie furthest apart first: what is still to be reconciled, and what has
 * been. Eight queries at most.
 */
export async function listDifferences(db: Db, study: RoundStudy, number: number | null) {
  const { assessment, protocol, viewer } = study;
  const rounds = (await listRounds(db, viewer.id, { assessmentId: assessment.id })).filter(
    (round) => canMoveRound(round.state, "reconcile") && round.raters.length > 1 && (number === null || round.number === number),
  );
  const rows = (await listJudgedValues(db, viewer.id, { assessmentId: assessment.id })).filter(({ roundId }) =>
    rounds.some(({ id }) => id === roundId),
  );
  const kinds = judgedSubjects.filter((kind) => rounds.some(({ subjectKind }) => subjectKind === kind));
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
  const things = (await Promise.all(kinds.map((kind) => listJudgedThings(db, assessment.id, protocol, kind, ids)))).flat();
  const judgedBy = await protocolsOfRounds(assessment.id, rounds);
  const cells = [...groupBy(rows, (row) => `${row.roundId} ${cellKey(row)}`).values()];
  const found = cells.flatMap((cell) => shownDifference(study, rounds, things, judgedBy, cell));
  return found.toSorted((one, other) => other.apart - one.apart || compareCodes(one.code, other.code));
}

function shownDifference(
  { assessment, language }: RoundStudy,
  rounds: readonly RoundRow[],
  things: Awaited<ReturnType<typeof listJudgedThings>>,
  judgedBy: ReadonlyMap<number, Protocol>,
  cell: readonly JudgedValue[],
) {
  const { state, ratings } = standingOf(cell);
  const [first] = ratings;
  const round = rounds.find(({ id }) => id === first?.roundId);
  const protocol = round && judgedBy.get(round.protocolNumber);
  if (!first || !round || !protocol || (state !== "differs" && state !== "reconciled")) return [];
  const say = (text: LocalText | null | undefined) => textIn(text, language, assessment.languages);
  const scale = scaleOf(protocol, first.criterion);
  const order = round.raters.map(({ id }) => id);
  const values = ratings
    .toSorted((one, other) => order.indexOf(one.rater) - order.indexOf(other.rater))
    .map((row) => {
      const shown = shownValue(scale, row);
      return {
        letter: String.fromCharCode(65 + Math.max(0, order.indexOf(row.rater))),
        number: shown?.number ?? null,
        label: say(shown?.label),
      };
    });
  const subject = things.find(({ id }) => id === first.subjectId);
  const criterion = findCriterion(protocol, first.criterion);
  return [
    {
      code: `${subject?.code ?? ""}:${criterion?.code ?? ""}`,
      round: round.number,
      kind: round.subjectKind,
      subject: say(subject?.name),
      criterion: say(criterion?.title),
      values,
      settled: state === "reconciled",
      apart: apartOf(scale, ratings),
    },
  ];
}

/** A difference as the list shows it. */
export type ShownDifference = Awaited<ReturnType<typeof listDifferences>>[number];
