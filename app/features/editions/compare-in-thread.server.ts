import { inThread } from "~/platform/thread.server";
import { openDatabaseUrl } from "~/platform/thread-reader.server";
import {
  runComparison,
  type ComparedOnPage,
  type ComparedPair,
  type ComparisonAnswer,
  type ComparisonOrder,
} from "./comparison-tasks.server";

const thread = { file: "features/editions/comparison-thread.ts", here: runComparison };

/** The documents are read in the thread too: parsing one of 300 pages would hold every other page up. */
function ask({ from, to, language }: ComparedPair, what: ComparisonOrder["what"]): Promise<ComparisonAnswer> {
  const named = ({ id, hash }: ComparedPair["from"]) => ({ id, hash });
  return inThread(thread, { databaseUrl: openDatabaseUrl(), what, from: named(from), to: named(to), language });
}

const kept = new Map<string, Promise<ComparedOnPage>>();
const keepAtMost = 8;

/** What a page shows of the differences between two editions. What is frozen never changes, so the newest are kept, by the hashes of what was compared. */
export async function compareForPage(pair: ComparedPair): Promise<ComparedOnPage> {
  const key = [pair.from.hash, pair.to.hash, pair.language].join(" ");
  const found = kept.get(key) ?? pageOf(ask(pair, "page"));
  kept.delete(key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) if (kept.size > keepAtMost) kept.delete(oldest);
  return found;
}

async function pageOf(asked: Promise<ComparisonAnswer>): Promise<ComparedOnPage> {
  const answer = await asked;
  if ("page" in answer) return answer.page;
  throw new Error("A page was asked for.");
}

/** The differences between two editions as a Word file: a list of them, or the later edition with tracked changes. */
export async function writeCompared(pair: ComparedPair, what: "changes" | "redline"): Promise<Uint8Array> {
  const answer = await ask(pair, what);
  if ("file" in answer) return answer.file;
  throw new Error("A file was asked for.");
}
