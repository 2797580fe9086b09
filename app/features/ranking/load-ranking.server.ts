import type { LocalText } from "~/domain/local-text";
import { criteriaFor, findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { judgedKindOf, rankedGroups, type RankedGroup } from "~/domain/ranking/ranked-group";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { showRanking, showSpreads, showTree, showWithout } from "~/domain/ranking/show-ranking";
import { rankingCautions, tellRanking, type RankingSentence } from "~/domain/ranking/tell-ranking";
import { readWeights, weightField, type TypedWeights } from "~/domain/ranking/typed-weights";
import type { Language } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import type { FormProblem } from "~/platform/form-problem";
import { readRanking, type ReadRanking } from "~/platform/read-ranking.server";

/** The study whose ranking is shown, and the language in which weights were typed. */
export interface RankingStudy {
  assessment: { id: string };
  protocol: Protocol;
  language: Language;
}

/** A ranking on the weights that the address asks for; null where the protocol has nothing that can be ranked. */
export async function readAskedRanking(db: Db, { assessment, protocol, language }: RankingStudy, query: URLSearchParams) {
  const groups = rankedGroups(protocol);
  const group = groups.find((one) => one === query.get("of")) ?? groups[0];
  if (group === undefined) return null;
  const asked = askedWeights(protocol, group, query, language);
  // Weights of which one can't be read are not tried at all: half of them would be a ranking that nobody asked for.
  const typed = Object.keys(asked.problems).length > 0 ? new Map<string, number>() : asked.weights;
  const read = await readRanking(db, assessment.id, protocol, { group, typed });
  return { groups, group, asked, read };
}

function askedWeights(protocol: Protocol, group: RankedGroup, query: URLSearchParams, language: Language): TypedWeights {
  const criteria = criteriaFor(protocol, judgedKindOf(group));
  return readWeights(
    criteria,
    ({ scale }) => findScale(protocol, scale),
    (name) => query.get(name),
    language,
  );
}

/** The ranking as its page shows it. */
export async function loadRanking(db: Db, study: RankingStudy, query: URLSearchParams) {
  const found = await readAskedRanking(db, study, query);
  if (!found) return null;
  const { groups, group, asked, read } = found;
  const named = naming(read);
  return {
    groups,
    group,
    state: read.study.ranking.state,
    isTried: read.criteria.some(({ source }) => source === "typed"),
    problem: problemOf(asked),
    weights: read.criteria.map(({ code, title, weight, source, isOrdered, isTurned }) => {
      return { field: weightField({ code }), code, title, weight, source, isOrdered, isTurned };
    }),
    ranking: showRanking(read),
    spreads: showSpreads(read, usualDraws),
    without: showWithout(read),
    tree: showTree(read),
    sentences: tellRanking(read.study, usualDraws.draws).map(named),
    cautions: rankingCautions(read.study, read).map(named),
  };
}

/** A ranking as its page shows it. */
export type RankingShown = NonNullable<Awaited<ReturnType<typeof loadRanking>>>;

/** A sentence with the name of the subject that it tells of. */
export interface NamedSentence {
  key: string;
  values: Readonly<Record<string, number>>;
  name: LocalText | null;
}

function naming({ things }: ReadRanking) {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  return ({ key, id, values }: RankingSentence): NamedSentence => ({ key, values, name: id === null ? null : (names.get(id) ?? null) });
}

function problemOf({ typed, problems }: TypedWeights): FormProblem | null {
  if (Object.keys(problems).length === 0) return null;
  const lists = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, [value]]));
  return { fields: lists(problems), form: [], values: lists(typed) };
}
