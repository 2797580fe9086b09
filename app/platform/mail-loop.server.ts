import { installationChain } from "~/domain/trail/format";
import { afterCommit, type Committed } from "./after-commit.server";
import { db } from "./db.server";
import { log, loggedError } from "./log.server";
import { gatherMail, isNewToMail, type Gathering } from "./mail-outbox.server";
import { dropWaitingMail, sendDueMail } from "./mail-sender.server";
import { isMailSetUp } from "./mail.server";

/** Between two rounds of the post, in milliseconds: what happens within one is told in one mail. */
const everyMs = 15_000;

/** What the post knows: the studies where something happened since the last round, and up to which event each was gathered. */
export interface Post {
  unread: Set<string>;
  gathered: Map<string, number>;
}

/** A post that knows of nothing yet. */
export function newPost(): Post {
  return { unread: new Set(), gathered: new Map() };
}

/** Notes that something was committed, for the next round. */
export function noteCommitted({ unread }: Post, { chain }: Committed): void {
  if (chain !== installationChain) unread.add(chain);
}

/** One round: what newly waits in the studies where something happened goes into the outbox, and what is due is sent. */
export async function postRound(post: Post, at: Date): Promise<void> {
  for (const chain of [...post.unread]) {
    post.unread.delete(chain);
    await gatherSafely(post, chain, { at, after: post.gathered.get(chain) ?? 0 });
  }
  await sendDueMail(db, at);
}

/** At a start: what happened while no process looked is gathered; in a study that is new to mail all that waits already is known. */
export async function catchUpMail(post: Post, at: Date): Promise<void> {
  const open = await db.assessment.findMany({ where: { closedAt: null }, select: { id: true } });
  for (const { id } of open) await gatherSafely(post, id, { at, known: await isNewToMail(db, id) });
}

/** What is wrong in one study keeps no mail about another from going; it is gathered in the next round. */
async function gatherSafely(post: Post, assessmentId: string, gathering: Gathering): Promise<void> {
  try {
    const { upTo } = await gatherMail(db, assessmentId, gathering);
    post.gathered.set(assessmentId, upTo);
  } catch (error) {
    post.unread.add(assessmentId);
    log().error({ error: loggedError(error) }, "mail about a study was not gathered");
  }
}

/** Begins to send mail about what waits for people, while this process runs; gives what ends it. Without a mail server nothing is kept for later. */
export async function startMail(at: Date): Promise<() => Promise<void>> {
  if (!isMailSetUp()) {
    await dropWaitingMail(at);
    return () => Promise.resolve();
  }
  const post = newPost();
  const forget = afterCommit((committed) => noteCommitted(post, committed));
  let caughtUp = false;
  let running: Promise<void> | null = null;
  const round = async () => {
    try {
      if (!caughtUp) await catchUpMail(post, new Date());
      caughtUp = true;
      await postRound(post, new Date());
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
