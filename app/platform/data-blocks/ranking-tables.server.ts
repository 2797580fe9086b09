import type { DataTable, DataWords } from "~/domain/evidence/data-table";
import type { PictureContent } from "~/domain/pictures/content";
import { findCriterion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { fitsPaper, inPieces } from "~/domain/ranking/in-pieces";
import { judgedKindOf, rankedGroups, type RankedGroup } from "~/domain/ranking/ranked-group";
import { groupTable, scoreTable, spreadTable, weightTable, withoutTable } from "~/domain/ranking/ranking-tables";
import { showRanking, showSpreads, showTree, showWithout } from "~/domain/ranking/show-ranking";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { rankingCautions, tellRanking, type RankingSentence } from "~/domain/ranking/tell-ranking";
import type { Db } from "../db.server";
import { readRanking, type ReadRanking } from "../read-ranking.server";
import { toolWords } from "./words";

/**
 * The ranking of one kind of subject, how far it would tip, and the weights; of options one per kind of option. `of` narrows it to some criteria, whose subject is
 * ranked; without it actors are. A sign-off binds the scores and the weights: all else follows from what they follow from.
 */
export async function rankingTables(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  of: readonly string[] | undefined,
): Promise<DataTable[]> {
  const kind = findCriterion(protocol, of?.[0] ?? "")?.subject ?? "actor";
  const groups = rankedGroups(protocol).filter((group) => judgedKindOf(group) === kind);
  const tables = await Promise.all(groups.map((group) => tablesOfGroup(db, assessmentId, protocol, group, of)));
  return tables.flat();
}

async function tablesOfGroup(db: Db, assessmentId: string, protocol: Protocol, group: RankedGroup, only: readonly string[] | undefined) {
  const read = await readRanking(db, assessmentId, protocol, { group, only });
  const ranking = showRanking(read);
  const weights = weightTable(read.criteria);
  if (!ranking) {
    const why = read.study.ranking.state === "no-weight" ? "ranking.noWeight" : "ranking.nobody";
    return [{ ...weights, notes: [toolWords(why), ...cautionsOf(read)] }];
  }
  const [spreads, without, tree] = [showSpreads(read, usualDraws), showWithout(read), showTree(read)];
  const pictures = inPieces(ranking).map((piece): PictureContent => ({ kind: "ranking", ...piece }));
  const scores = scoreTable(ranking);
  return [
    { ...scores, pictures, notes: [...scores.notes, ...cautionsOf(read)] },
    weights,
    ...(spreads ? [spreadsOf(read, spreads)] : []),
    ...(without ? [{ ...withoutTable(without), binds: null }] : []),
    ...(tree ? [{ ...groupTable(tree), binds: null, ...(fitsPaper(tree) && { pictures: [{ kind: "profiles" as const, ...tree }] }) }] : []),
  ];
}

function spreadsOf(read: ReadRanking, spreads: NonNullable<ReturnType<typeof showSpreads>>): DataTable {
  const table = spreadTable(spreads);
  const told = tellRanking(read.study, usualDraws.draws).map((sentence) => wordsOf(read, sentence));
  const pictures = inPieces(spreads).map((piece): PictureContent => ({ kind: "rank-spread", ...piece }));
  return { ...table, pictures, notes: [...told, ...table.notes], binds: null };
}

function cautionsOf(read: ReadRanking): DataWords[] {
  return rankingCautions(read.study, read).map((sentence) => wordsOf(read, sentence));
}

/** A sentence as a note: a subject is named where its name is the same in every language, else by its code, under which the table has both. */
function wordsOf({ things }: ReadRanking, { key, id, values }: RankingSentence): DataWords {
  const thing = things.find((one) => one.id === id);
  return toolWords(`ranking.${key}`, thing ? { ...values, name: thing.name["und"] ?? thing.code } : values);
}
