import type { Ranked } from "./rank";
import type { RankedStudy } from "./rank-study";
import { shareAmongFirst } from "./sensitivity";

/** A sentence of the tool: its key below `ranking` of the data blocks, and the subject whose name goes into it. */
export interface RankingSentence {
  key: string;
  id: string | null;
  values: Readonly<Record<string, number>>;
}

/** Among the first how many sentences and tables tell of. */
export const firstPlaces = 3;
/** Among how many subjects at least the first three are told of. */
export const leastForFirst = 5;
const mostOfFirst = 6;

/** A share of the draws in whole hundredths; 0 and 100 only where it is none or all of them. */
export function percentOf(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** A place or a score from 0 to 1 as it is written: from 0 to 100, with one decimal at most. */
export function tenthsOf(place: number): number {
  return Math.round(place * 1000) / 10;
}

/** In plain sentences: who is first and how often, who is among the first, how many ranks hold. None where fewer than two have a rank. */
export function tellRanking({ ranking, spreads }: RankedStudy, draws: number): RankingSentence[] {
  const { ranked } = ranking;
  if (ranked.length < 2) return [];
  const spreadOf = new Map(spreads.map((spread) => [spread.id, spread]));
  const share = (id: string, places: number) => percentOf(shareAmongFirst(spreadOf.get(id) ?? { shares: [] }, places));
  const steady = spreads.filter(({ id, low, high }) => {
    const rank = ranked.find((one) => one.id === id)?.rank ?? 0;
    return high - rank <= 1 && rank - low <= 1;
  });
  return [
    ...tellFirst(ranked, share, draws),
    ...(ranked.length < leastForFirst ? [] : tellAmong(ranked, share, draws)),
    ...(ranked.length < leastForFirst ? [] : [{ key: "sentences.steady", id: null, values: { count: steady.length, of: ranked.length } }]),
  ];
}

type ShareOf = (id: string, places: number) => number;

function tellFirst(ranked: readonly Ranked[], share: ShareOf, draws: number): RankingSentence[] {
  const first = ranked.filter(({ rank }) => rank === 1);
  const [only] = first;
  const head: RankingSentence =
    only && first.length === 1
      ? { key: "sentences.leads", id: only.id, values: { share: share(only.id, 1), draws } }
      : { key: "sentences.sharedFirst", id: null, values: { count: first.length } };
  const others = ranked.filter(({ id }) => !(first.length === 1 && id === only?.id) && share(id, 1) >= 5).slice(0, firstPlaces);
  return [head, ...others.map(({ id }) => ({ key: "sentences.first", id, values: { share: share(id, 1), draws } }))];
}

function tellAmong(ranked: readonly Ranked[], share: ShareOf, draws: number): RankingSentence[] {
  return ranked
    .filter(({ id, rank }) => rank <= firstPlaces || share(id, firstPlaces) >= 25)
    .slice(0, mostOfFirst)
    .map(({ id, rank }) => {
      const own = share(id, firstPlaces);
      const key = rank <= firstPlaces && own < 50 ? "sentences.never" : "sentences.among";
      return { key, id, values: { share: own, draws, places: firstPlaces } };
    });
}

/** Why a ranking must be read with care; each a sentence. */
export function rankingCautions({ ranking }: RankedStudy, { waiting, blind }: { waiting: number; blind: number }): RankingSentence[] {
  const { ranked } = ranking;
  const caution = (key: string, count: number): RankingSentence => ({ key: `cautions.${key}`, id: null, values: { count } });
  const gaps = ranked.filter(({ criteria }) => criteria < ranking.criteria).length;
  return [
    ...(ranked.length > 0 && ranked.length < leastForFirst ? [caution("few", ranked.length)] : []),
    ...(ranked.length > 0 && ranked.every(({ raters }) => raters <= 1) ? [caution("one-rater", 1)] : []),
    ...(areFirstClose(ranked) ? [caution("close", 2)] : []),
    ...(gaps > 0 ? [caution("gaps", gaps)] : []),
    ...(waiting > 0 ? [caution("waiting", waiting)] : []),
    ...(blind > 0 ? [caution("blind", blind)] : []),
  ];
}

/** Whether what raters gave of the first and of the second overlaps. */
function areFirstClose(ranked: readonly Ranked[]): boolean {
  const [first, second] = ranked;
  return first !== undefined && second?.rank === 2 && second.high >= first.low;
}
