import { rankStudy, type RankedStudy, type RankOrder } from "~/domain/ranking/rank-study";
import { inThread } from "./thread.server";

/** Up to how many subjects a ranking is made here: a tenth of a second's worth of pages would wait for more. */
const mostHere = 40;

/** Ranks subjects and says how far the ranks would tip; many of them in a thread of their own, so that no page waits for it. */
export function rankInThread(order: RankOrder): Promise<RankedStudy> {
  const here = (one: RankOrder) => Promise.resolve(rankStudy(one));
  return order.subjects.length <= mostHere ? here(order) : inThread({ file: "platform/ranking-thread.ts", here }, order);
}
