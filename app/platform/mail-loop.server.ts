import { installationChain } from "~/domain/trail/format";
import { afterCommit, type Committed } from "./after-commit.server";
import { db } from "./db.server";
import { log, loggedError } from "./log.server";
import { gatherMail, isNewToMail, type Gathering } from "./mail-outbox.server";
import { dropWaitingMail, sendDueMail } from "./mail-sender.server";
import { isMailSetUp } from "./mail.server";

/** Between two rounds of the post, in milliseconds: what happens within one is told in one mail. */
const everyMs = 15_000;

/** The first event of each study that has not been looked at yet, and the newest. */
type Unread = Map<string, { from: number; to: number }>;

/** Notes that something was committed, for the next round. */
export function noteCommitted(unread: Unread, { chain, seq }: Committed): void {
  if (chain === installationChain) return;
  const known = unread.get(chain);
  unread.set(chain, { from: Math.min(known?.from ?? seq, seq), to: Math.max(known?.to ?? seq, seq) });
}

/** One round: what newly waits in the studies where something happened goes into the outbox, and what is due is sent. */
export async function postRound(unread: Unread, at: Date): Promise<void> {
  for (const [chain, { from, to }] of unread) {
    unread.delete(chain);
    const rows = await db.event.findMany({ where: { chain, seq: { gte: from, lte: to } }, distinct: ["byId"], select: { byId: true } });
    await gatherSafely(chain, { at, by: new Set(rows.map(({ byId }) => byId)) });
  }
  await sendDueMail(db, at);
}

/** At a start: what happened while no process looked is gathered; in a study that is new to mail all that waits already is known. */
export async function catchUpMail(at: Date): Promise<void> {
  const open = await db.assessment.findMany({ where: { closedAt: null }, select: { id: true } });
  for (const { id } of open) await gatherSafely(id, { at, known: await isNewToMail(db, id) });
}

/** What is wrong in one study keeps no mail about another from going. */
async function gatherSafely(assessmentId: string, gathering: Gathering): Promise<void> {
  try {
    await gatherMail(db, assessmentId, gathering);
  } catch (error) {
    log().error({ error: loggedError(error) }, "mail about a study was not gathered");
  }
}

/** Begins to send mail about what waits for people, while this process runs; gives what ends it. Without a mail server nothing is kept for later. */
export async function startMail(at: Date): Promise<() => Promise<void>> {
  if (!isMailSetUp()) {
    await dropWaitingMail(at);
    return () => Promise.resolve();
  }
  const unread: Unread = new Map();
  const forget = afterCommit((committed) => noteCommitted(unread, committed));
  let caughtUp = false;
  let running: Promise<void> | null = null;
  const round = async () => {
    try {
      if (!caughtUp) await catchUpMail(new Date());
      caughtUp = true;
      await postRound(unread, new Date());
    } catch (error) {
      log().error({ error: loggedError(error) }, "a round of the post was not finished");
    }
  };
  const timer = setInterval(() => void (running ??= round().finally(() => (running = null))), everyMs).unref();
  return async () => {
    forget();
    clearInterval(timer);
    await running;
  };
}
