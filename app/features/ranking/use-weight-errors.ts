import { useKept } from "~/platform/kept";
import { useStudyWords } from "~/platform/study-words";
import type { RankingShown } from "./load-ranking.server";

/** What is wrong with weights that were typed, each with the name of its criterion. */
export function useWeightErrors(shown: RankingShown | null) {
  const say = useStudyWords();
  const names = Object.fromEntries((shown?.weights ?? []).map(({ field, code, title }) => [field, `${code} ${say(title)}`]));
  return useKept(shown?.problem, undefined, names).summary;
}
