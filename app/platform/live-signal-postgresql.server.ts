import pg from "pg";
import type { Heard, Signal } from "./live-signal.server";
import { log, loggedError } from "./log.server";

const again = 1000;
const channelOf = (chain: string) => `assessment_${chain}`;
const chainOf = (channel: string) => channel.slice("assessment_".length);
/** A channel is a name in SQL; ids are letters, digits and hyphens. */
const quoted = (chain: string) => `"${channelOf(chain).replaceAll('"', "")}"`;

/**
 * The signal of a database server: NOTIFY and LISTEN on one connection of this process, with a channel per assessment and a number as
 * payload. A connection that was lost is made anew: each watched chain is told that something may have been missed, and what this
 * process could not tell meanwhile is told to the others then.
 */
export async function serverSignal(url: string, heard: Heard): Promise<Signal> {
  const watched = new Set<string>();
  const untold = new Map<string, number>();
  let client: pg.Client | null = null;
  let closed = false;
  const { ask, answered } = inTurn(() => client);

  async function connect(): Promise<void> {
    const made = await connectTo(url, (chain, number) => void (watched.has(chain) && heard(chain, number)), lost);
    for (const chain of watched) await made.query(`LISTEN ${quoted(chain)}`);
    client = made;
    const kept = [...untold];
    untold.clear();
    for (const [chain, number] of kept) notify(chain, number);
  }

  function lost(one: pg.Client): void {
    if (closed || client !== one) return;
    client = null;
    log().warn("live updates lost their connection to the database");
    reconnect();
  }

  function reconnect(): void {
    setTimeout(() => {
      if (closed) return;
      connect().then(() => watched.forEach((chain) => heard(chain, null)), reconnect);
    }, again).unref();
  }

  function notify(chain: string, number: number): void {
    void ask("SELECT pg_notify($1, $2)", [channelOf(chain), String(number)], () => untold.set(chain, number));
  }

  await connect();
  return {
    tell: (chain, number) => {
      if (watched.has(chain)) heard(chain, number);
      notify(chain, number);
    },
    watch: (chain) => {
      watched.add(chain);
      return ask(`LISTEN ${quoted(chain)}`);
    },
    unwatch: (chain) => {
      watched.delete(chain);
      void ask(`UNLISTEN ${quoted(chain)}`);
    },
    close: async () => {
      await answered();
      closed = true;
      await client?.end();
    },
  };
}

/** Asks one after the other: a connection takes one question at a time. What could not be asked is said to the one who asked. */
function inTurn(connection: () => pg.Client | null) {
  let last: Promise<void> = Promise.resolve();
  function ask(sql: string, values: string[] = [], unasked: () => void = () => undefined): Promise<void> {
    last = last.then(async () => {
      const client = connection();
      if (!client) return unasked();
      await client.query(sql, values).catch((error: unknown) => {
        log().warn({ error: loggedError(error) }, "a live update did not reach the database");
        unasked();
      });
    });
    return last;
  }
  return { ask, answered: () => last };
}

/** A connection of this process; what it told itself it does not hear again. */
async function connectTo(url: string, heard: Heard, lost: (client: pg.Client) => void): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url, application_name: "grondslag live", keepAlive: true });
  made.on("notification", ({ channel, payload, processId }) => {
    if (processId !== processOf(made)) heard(chainOf(channel), Number(payload));
  });
  made.on("error", () => lost(made));
  made.on("end", () => lost(made));
  await made.connect();
  return made;
}

/** The number of the process on the server that a connection speaks with; its types leave it out. */
const processOf = (client: pg.Client): number | undefined => (client as pg.Client & { processID?: number }).processID;
