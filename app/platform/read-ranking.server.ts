import { cellKey } from "~/domain/judgements/cells";
import { criteriaFor, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { isInGroup, judgedKindOf, type RankedGroup } from "~/domain/ranking/ranked-group";
import { placedOn, type PlacedSubject } from "~/domain/ranking/score";
import type { RankedThings } from "~/domain/ranking/show-ranking";
import type { ShownCriterion } from "~/domain/ranking/shown";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { countedWeights, weighCriteria, type WeighedCriterion } from "~/domain/ranking/weights";
import { readCellsOfRounds } from "./cells-of-rounds.server";
import type { Db } from "./db.server";
import { listJudgedThings } from "./judgement-subjects.server";
import { rankInThread } from "./ranking-work.server";

/** Which ranking to make: of one group of subjects, narrowed to some criteria, on weights that somebody tries. */
export interface RankingAsked {
  group: RankedGroup;
  only?: readonly string[] | undefined;
  typed?: ReadonlyMap<string, number> | undefined;
}

/** A ranking with what it was made from; the values are those of open rounds alone, whoever reads. */
export interface ReadRanking extends RankedThings {
  criteria: (WeighedCriterion & ShownCriterion)[];
  /** How many values of criteria with a weight still have to be reconciled, and so count for nothing. */
  waiting: number;
  /** How many rounds are blind still: nothing of them is counted or shown. */
  blind: number;
}

/** Ranks what is judged of one group on what counts in open rounds, the newest that has a cell first. Five queries at most, whatever the number of subjects. */
export async function readRanking(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  { group, only, typed }: RankingAsked,
): Promise<ReadRanking> {
  const kind = judgedKindOf(group);
  const criteria = criteriaFor(protocol, kind).filter(({ id }) => !only || only.includes(id));
  const weighed = weighCriteria(criteria, ({ scale }) => findScale(protocol, scale), typed);
  const [all, cells, blind] = await Promise.all([
    listJudgedThings(db, assessmentId, protocol, kind),
    readCellsOfRounds(db, "reader", assessmentId, kind),
    db.round.count({ where: { assessmentId, subjectKind: kind, openedAt: null, closedAt: null } }),
  ]);
  const things = all.filter(({ id }) => isInGroup(group, protocol, id));
  const standings = (id: string) => criteria.map((criterion) => cells.get(cellKey({ subjectId: id, criterion: criterion.id })));
  const subjects = things.map(({ id }): PlacedSubject => {
    const own = standings(id);
    return {
      id,
      places: weighed.map((criterion, at) => {
        const standing = own[at];
        return standing ? placedOn(criterion, standing.judged, standing.given) : null;
      }),
    };
  });
  const weights = countedWeights(weighed);
  return {
    group,
    criteria: weighed.map((criterion, at) => ({ ...criterion, title: criteria[at]?.title ?? {} })),
    things,
    subjects,
    study: await rankInThread({ subjects, weights, draws: usualDraws }),
    waiting: things.flatMap(({ id }) => standings(id).filter((one, at) => one?.state === "differs" && (weights[at] ?? 0) > 0)).length,
    blind,
  };
}
