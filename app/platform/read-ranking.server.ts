import { groupBy } from "~/domain/evidence/graph";
import { cellKey, type CellJudgement, standingOf } from "~/domain/judgements/cells";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { criteriaFor, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { isInGroup, judgedKindOf, type RankedGroup } from "~/domain/ranking/ranked-group";
import { placedOn, type PlacedSubject } from "~/domain/ranking/score";
import type { RankedThings } from "~/domain/ranking/show-ranking";
import type { ShownCriterion } from "~/domain/ranking/shown";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { countedWeights, weighCriteria, type WeighedCriterion } from "~/domain/ranking/weights";
import { z } from "zod";
import type { Db } from "./db.server";
import { listJudgedThings } from "./judgement-subjects.server";
import { listJudgedValues } from "./judgements.server";
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

/** Ranks what is judged of one group on what counts in open rounds, the newest that has a cell first. Three queries at most, whatever the number of subjects. */
export async function readRanking(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  { group, only, typed }: RankingAsked,
): Promise<ReadRanking> {
  const kind = judgedKindOf(group);
  const criteria = criteriaFor(protocol, kind).filter(({ id }) => !only || only.includes(id));
  const weighed = weighCriteria(criteria, ({ scale }) => findScale(protocol, scale), typed);
  const [all, rounds, rows] = await Promise.all([
    listJudgedThings(db, assessmentId, protocol, kind),
    listRanges(db, assessmentId, kind),
    listJudgedValues(db, null, { assessmentId, subjectKind: kind }),
  ]);
  const things = all.filter(({ id }) => isInGroup(group, protocol, id));
  const open = rounds.filter(({ isOpen }) => isOpen);
  const cells = newestCells(open, rows);
  const standings = (id: string) => criteria.map((criterion) => cells.get(cellKey({ subjectId: id, criterion: criterion.id })));
  const subjects = things.map(({ id }): PlacedSubject => {
    const own = standings(id);
    return {
      id,
      places: weighed.map((criterion, at) => {
        const standing = own[at];
        return standing ? placedOn(criterion, standing.counting, standing.ratings) : null;
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
    blind: rounds.length - open.length,
  };
}

const Names = z.array(z.string());

interface RoundRange {
  id: string;
  isOpen: boolean;
  cells: (cell: { subjectId: string; criterion: string }) => boolean;
}

/** The rounds of a kind of subject, newest first and without abandoned ones, which judge nothing, with the cells that they are about. */
async function listRanges(db: Db, assessmentId: string, subjectKind: JudgedSubject): Promise<RoundRange[]> {
  const rows = await db.round.findMany({
    where: { assessmentId, subjectKind, OR: [{ closedAt: null }, { openedAt: { not: null } }] },
    orderBy: { number: "desc" },
    select: { id: true, openedAt: true, subjects: true, criteria: true },
  });
  return rows.map(({ id, openedAt, ...range }) => {
    const subjects = new Set(Names.parse(JSON.parse(range.subjects)));
    const criteria = new Set(Names.parse(JSON.parse(range.criteria)));
    return { id, isOpen: openedAt !== null, cells: ({ subjectId, criterion }) => subjects.has(subjectId) && criteria.has(criterion) };
  });
}

/** How each cell stands in the newest open round that it belongs to. */
function newestCells(rounds: readonly RoundRange[], rows: readonly (CellJudgement & { roundId: string })[]) {
  const byCell = groupBy(rows, cellKey);
  return new Map(
    [...byCell].flatMap(([key, judged]) => {
      const [first] = judged;
      const round = first && rounds.find(({ cells }) => cells(first));
      return round ? [[key, standingOf(judged.filter(({ roundId }) => roundId === round.id))] as const] : [];
    }),
  );
}
