import { groupBy } from "~/domain/evidence/graph";
import { can } from "~/domain/permissions";
import { liveChangeOf } from "~/domain/sections/live";
import { installationChain } from "~/domain/trail/format";
import { afterCommit } from "./after-commit.server";
import { currentDatabase, db } from "./db.server";
import { settings } from "./environment.server";
import { changeMessage, eventsAtOnce, headOf, peopleMessage, readLiveEvents } from "./live-events.server";
import { openSignal, type Signal } from "./live-signal.server";
import { log, loggedError } from "./log.server";
import { readPresent } from "./presence.server";
import { refuse } from "./refusal.server";
import { isSessionOpen } from "./session.server";
import { findViewerIfAny } from "./viewer.server";

/** A page that listens to what happens in a section. */
export interface Listener {
  assessmentId: string;
  section: { id: string; code: string };
  userId: string;
  sessionId: string;
  /** Sends a piece of the stream. */
  send: (text: string) => void;
  /** Ends the stream. */
  end: () => void;
}

interface Watched {
  listeners: Set<Listener>;
  /** The number of the newest event that was told. */
  read: number;
  /** The newest number that was heard of. */
  wanted: number;
  busy: boolean;
  presence: "known" | "asked";
  /** Who is in each section, as it was told last. */
  told: Map<string, string>;
  ready: Promise<void>;
}

/** How many streams one person may have open. */
const streamsPerPerson = 6;

/** A page waits so many milliseconds longer than the one told before it, so that not all of them read at one moment. */
const apart = 40;

interface Hub {
  chains: Map<string, Watched>;
  signal: Signal | null;
  forget: (() => void) | null;
  timer: NodeJS.Timeout | null;
  checking: boolean;
  /** Asked again while rights were being looked at. */
  again: boolean;
}

// One process has one hub, also when a development reload loads this file again.
const key = Symbol.for("grondslag.live");
const holder = globalThis as { [key]?: Hub };
const hub = (holder[key] ??= { chains: new Map(), signal: null, forget: null, timer: null, checking: false, again: false });

/** Between two looks at who may still listen and who is still there, in milliseconds. */
const lookEvery = 20_000;

/** Starts to pass on what is committed, in this process and in others on the same database. */
export async function openLive(): Promise<void> {
  hub.signal = await openSignal(currentDatabase(), heard);
  hub.forget = afterCommit(({ chain, seq }) => hub.signal?.tell(chain, seq));
  await hub.signal.watch(installationChain);
}

/** Ends every stream; no new one begins after it. */
export async function closeLive(): Promise<void> {
  const { signal } = hub;
  hub.forget?.();
  hub.forget = null;
  hub.signal = null;
  for (const listener of listeners()) leave(listener);
  await signal?.close();
}

const listeners = () => [...hub.chains.values()].flatMap((watched) => [...watched.listeners]);

/** Lets a page listen from an event on; gives what ends it. Refuses (429) who listens with as many pages as a person may. */
export async function listen(listener: Listener, since: number | null): Promise<() => void> {
  const most = streamsPerPerson * (settings().rateLimits === "test" ? 1000 : 1);
  if (listeners().filter(({ userId }) => userId === listener.userId).length >= most) throw refuse("too-many", { retryAfter: 60 });
  if (!hub.signal) throw refuse("unavailable");
  const watched = hub.chains.get(listener.assessmentId) ?? watch(listener.assessmentId);
  watched.listeners.add(listener);
  hub.timer ??= setInterval(() => void lookAround(new Date()), lookEvery).unref();
  try {
    await begin(listener, watched, since);
  } catch (error) {
    leave(listener);
    throw error;
  }
  return () => leave(listener);
}

async function begin(listener: Listener, watched: Watched, since: number | null): Promise<void> {
  await watched.ready;
  if (since !== null && since < watched.read) await catchUp(listener, since, watched.read);
  const present = (await readPresent(db, listener.assessmentId, new Date())).get(listener.section.id) ?? [];
  listener.send(peopleMessage(JSON.stringify(present)));
}

function watch(chain: string): Watched {
  const watched: Watched = {
    ...{ listeners: new Set<Listener>(), read: 0, wanted: 0, busy: false, presence: "known", told: new Map<string, string>() },
    ready: Promise.resolve(),
  };
  watched.ready = (async () => {
    await hub.signal?.watch(chain);
    watched.read = await headOf(db, chain);
  })();
  hub.chains.set(chain, watched);
  watched.ready.catch(() => drop(chain, watched));
  return watched;
}

function drop(chain: string, watched: Watched): void {
  if (hub.chains.get(chain) === watched && hub.chains.delete(chain)) hub.signal?.unwatch(chain);
}

function leave(listener: Listener): void {
  const watched = hub.chains.get(listener.assessmentId);
  watched?.listeners.delete(listener);
  listener.end();
  if (watched?.listeners.size === 0) drop(listener.assessmentId, watched);
  if (hub.chains.size > 0 || !hub.timer) return;
  clearInterval(hub.timer);
  hub.timer = null;
}

/** What a page missed between its reading and its listening, or while it was away. */
async function catchUp(listener: Listener, since: number, upTo: number): Promise<void> {
  if (upTo - since > eventsAtOnce) return listener.send(changeMessage(upTo, "[]", 0));
  const { events } = await readLiveEvents(db, listener.assessmentId, since);
  const own = events.filter(({ section, seq }) => section === listener.section.code && seq <= upTo);
  if (own.length > 0) listener.send(changeMessage(upTo, JSON.stringify(own.map(liveChangeOf)), 0));
}

function heard(chain: string, number: number | null): void {
  if (chain === installationChain) return void checkRights(new Date());
  const watched = hub.chains.get(chain);
  if (!watched) return;
  if (number === null) return void catchUpAll(chain, watched).catch(warn);
  if (number === 0) watched.presence = "asked";
  watched.wanted = Math.max(watched.wanted, number);
  if (!watched.busy) void pass(chain, watched);
}

async function catchUpAll(chain: string, watched: Watched): Promise<void> {
  watched.presence = "asked";
  watched.wanted = Math.max(watched.wanted, await headOf(db, chain));
  if (!watched.busy) await pass(chain, watched);
}

/** Reads what is new once, however many listen and however many changes came meanwhile, and passes it on. */
async function pass(chain: string, watched: Watched): Promise<void> {
  watched.busy = true;
  try {
    await watched.ready;
    while (watched.wanted > watched.read || watched.presence === "asked") {
      if (watched.wanted > watched.read) await passChanges(chain, watched);
      if (watched.presence === "asked") await passPresence(chain, watched, new Date());
    }
  } catch (error) {
    warn(error);
    [watched.wanted, watched.presence] = [watched.read, "known"];
  } finally {
    watched.busy = false;
  }
}

async function passChanges(chain: string, watched: Watched): Promise<void> {
  const { upTo, events, people } = await readLiveEvents(db, chain, watched.read);
  // What was heard of and can't be read yet is asked for again with the next.
  if (upTo === watched.read) watched.wanted = upTo;
  watched.read = upTo;
  const changes = new Map(
    [...groupBy(events, ({ section }) => section)].map(([code, own]) => [code, JSON.stringify(own.map(liveChangeOf))]),
  );
  let wait = 0;
  for (const listener of watched.listeners) {
    const own = changes.get(listener.section.code);
    if (own !== undefined) listener.send(changeMessage(upTo, own, apart * wait++));
  }
  if (people) void checkRights(new Date());
}

async function passPresence(chain: string, watched: Watched, at: Date): Promise<void> {
  watched.presence = "known";
  const present = await readPresent(db, chain, at);
  const told = new Map<string, string>();
  for (const { section, send } of watched.listeners) {
    const people = JSON.stringify(present.get(section.id) ?? []);
    told.set(section.id, people);
    if (watched.told.get(section.id) !== people) send(peopleMessage(people));
  }
  watched.told = told;
}

/** Tells whoever has a section of a study open that others came, went or moved. */
export function tellPresence(assessmentId: string): void {
  hub.signal?.tell(assessmentId, 0);
}

/** A look at everybody who listens, at a moment: streams without a right end, all others show a sign of life, and what was missed is passed on. */
export async function lookAround(at: Date): Promise<void> {
  await checkRights(at);
  for (const listener of listeners()) listener.send(": still here\n\n");
  for (const [chain, watched] of hub.chains) await catchUpAll(chain, watched).catch(warn);
}

/** Ends the streams of those whose session is over or who may not read the study any more. */
async function checkRights(at: Date): Promise<void> {
  if (hub.checking) {
    hub.again = true;
    return;
  }
  hub.checking = true;
  try {
    do {
      hub.again = false;
      for (const listener of listeners()) if (!(await mayListen(listener, at))) end(listener);
    } while (hub.again);
  } catch (error) {
    warn(error);
  } finally {
    hub.checking = false;
  }
}

async function mayListen({ assessmentId, userId, sessionId }: Listener, at: Date): Promise<boolean> {
  if (!(await isSessionOpen(sessionId, at))) return false;
  const viewer = await findViewerIfAny(db, userId, at);
  return viewer !== null && can(viewer, "section.read", { assessmentId });
}

function end(listener: Listener): void {
  listener.send("event: over\ndata: {}\n\n");
  leave(listener);
}

function warn(error: unknown): void {
  log().warn({ error: loggedError(error) }, "a live update was not passed on");
}
