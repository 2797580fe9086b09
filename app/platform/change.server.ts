import { installationActions } from "~/domain/audit";
import type { AuditEvent } from "~/domain/audit";
import { parseEvent } from "~/domain/audit/parse-event";
import type { ParsedEvent } from "~/domain/audit/parse-event";
import { installationChain } from "~/domain/trail/format";
import { tellCommitted } from "./after-commit.server";
import { isDeadlock } from "./database-errors.server";
import { currentDatabase } from "./db.server";
import type { OpenDatabase, RawTx, Tx } from "./db.server";
import { noteSaved } from "./request-context.server";
import { enqueue, nextTurn, patience } from "./queue.server";
import { appendEvents, lockHead, nameInstallation, startChain } from "./trail-append.server";
import type { Head } from "./trail-append.server";
import { keptDigests } from "./versions.server";
import type { KeptDigest } from "./versions.server";

/** Who makes a change, with name and role as they are now: a user, an interviewee with a link, or a job of the program. */
export type By =
  | { kind: "user"; id: string; name: string; role: string; ip?: string }
  | { kind: "link"; id: string; name: string; role: string; ip?: string }
  | { kind: "system"; id: string };

/** Who, when and in answer to which request; nothing of it is ambient. */
export interface ChangeContext {
  by: By;
  at: Date;
  /** Id of the request, or of the run of a command. */
  request: string;
}

/** The chain that a change is written on: an assessment's id, `installation`, or both (locked in that order). */
export type Chain = string | readonly ["installation", string];

/** What a change says of itself: its event, one event per subject of a bulk change, or that nothing changed. */
export type Told = AuditEvent | readonly [AuditEvent, ...AuditEvent[]] | "nothing changed";

/** What a change hands back: the caller's result, and what it tells the trail. */
export interface Outcome<Result> {
  result: Result;
  event: Told;
}

/** The events of a bulk change, or "nothing changed" when it touched nothing. */
export function asEvents(events: readonly AuditEvent[]): Told {
  const [first, ...others] = events;
  return first ? [first, ...others] : "nothing changed";
}

/**
 * The only way to write: runs `run` in one transaction on its chain, chains its event to the trail and commits both or neither.
 * Refuses a change inside a change and an event that isn't exactly as its action declares. A throw rolls everything back.
 */
export async function change<Result>(
  context: ChangeContext & { chain: Chain },
  run: (tx: Tx) => Promise<Outcome<Result>>,
): Promise<Result> {
  const database = currentDatabase();
  const chains = typeof context.chain === "string" ? [context.chain] : context.chain;
  const lanes = database.dialect === "sqlite" ? ["all"] : chains;
  const once = () => runOnce(database, context, chains, run);
  const { result, heads, places } = await enqueue(database.queue, lanes, () =>
    once().catch((error: unknown) => {
      if (isDeadlock(error)) return once();
      throw error;
    }),
  );
  tellCommitted(heads);
  noteSaved(context.request, { events: places });
  return result;
}

/** The heads that a change has moved, by chain. */
type Heads = Map<string, Head>;

/** How many events a bulk change adds before others have their turn. */
const atOnce = 25;

function runOnce<Result>(
  database: OpenDatabase,
  context: ChangeContext,
  chains: readonly string[],
  run: (tx: Tx) => Promise<Outcome<Result>>,
) {
  return database.writer.$transaction(
    async (tx) => {
      const heads: Heads = new Map();
      for (const chain of chains) {
        const head = await lockHead(tx, chain);
        if (head) heads.set(chain, head);
      }
      const { result, event } = await run(tx);
      const events = event === "nothing changed" ? [] : [event].flat();
      const records = keptDigests(tx);
      const placed = events.map((told) => place(parseEvent(told), chains));
      const places: { chain: string; seq: number }[] = [];
      for (const { chain, from, events } of runsOf(placed)) {
        const head = heads.get(chain) ?? (await start(database, tx, chain, events[0].parsed));
        const told = events.map(({ parsed }, at) => ({ event: parsed, records: recordsOf(parsed, from + at === 0, records, placed) }));
        heads.set(chain, await appendEvents(tx, chain, head, told, context));
        places.push(...told.map((_, at) => ({ chain, seq: head.seq + 1 + at })));
        if (placed.length > atOnce) await nextTurn();
      }
      return { result, heads: moved(heads, placed), places };
    },
    { maxWait: patience, timeout: patience },
  );
}

interface Placed {
  chain: string;
  parsed: ParsedEvent;
}

/** The events in their order, some of one chain in each run. */
function runsOf(placed: readonly Placed[]) {
  const runs: { chain: string; from: number; events: [Placed, ...Placed[]] }[] = [];
  for (const [at, one] of placed.entries()) {
    const last = runs.at(-1);
    if (last?.chain === one.chain && last.events.length < atOnce) last.events.push(one);
    else runs.push({ chain: one.chain, from: at, events: [one] });
  }
  return runs;
}

/** Accounts and settings stand on the installation's chain, all else on the assessment's. */
function place(parsed: ParsedEvent, chains: readonly string[]): Placed {
  const ofInstallation = installationActions.has(parsed.action);
  const chain = chains.find((one) => (one === installationChain) === ofInstallation);
  if (chain === undefined) throw new Error(`${parsed.action} doesn't belong on the chain ${chains.join(", ")}.`);
  return { chain, parsed };
}

/** The digests that stand in an event: those of its subject; the first of several events also holds those of records without an event. */
function recordsOf({ subject }: ParsedEvent, isFirst: boolean, records: readonly KeptDigest[], placed: readonly Placed[]): KeptDigest[] {
  const hasEvent = ({ id, version }: KeptDigest) =>
    placed.some(({ parsed }) => parsed.subject.id === id && parsed.subject.version === version);
  return records.filter((kept) => (kept.id === subject.id && kept.version === subject.version) || (isFirst && !hasEvent(kept)));
}

/** A chain begins with the event that starts its assessment, or the installation; any other event needs a chain that is there. */
async function start(database: OpenDatabase, tx: RawTx, chain: string, { action, subject }: ParsedEvent): Promise<Head> {
  if (action === "installation.start") {
    await nameInstallation(tx, subject.id);
    return startChain(tx, subject.id, chain);
  }
  if (action !== "assessment.start" || subject.id !== chain) throw new Error(`There is no chain ${chain}.`);
  return startChain(tx, await findInstallationId(database, tx), chain);
}

async function findInstallationId(database: OpenDatabase, tx: Pick<Tx, "installation">): Promise<string> {
  database.installationId ??= (await tx.installation.findFirstOrThrow()).id;
  return database.installationId;
}

function moved(heads: Heads, placed: readonly Placed[]): { chain: string; seq: number }[] {
  const touched = new Set(placed.map(({ chain }) => chain));
  return [...touched].map((chain) => ({ chain, seq: heads.get(chain)?.seq ?? 0 }));
}
