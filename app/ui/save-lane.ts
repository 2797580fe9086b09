import type { SaveStatus } from "./saved-indicator";

/** The forms of one record, which are sent one after the other in the order in which they were filled in. */
export interface SaveLane {
  /** Sends a form when it is its turn; while there is no connection, all that wait are told so and none is sent. */
  send: (name: string, run: () => Promise<SaveStatus>) => Promise<SaveStatus>;
  /** Lets a form be sent again once another one has come through; gives the way to leave. */
  join: (name: string, again: () => void) => () => void;
  /** Since when what stands in a form is unsent; said for one of an earlier visit. */
  since: (name: string, at?: Date) => Date;
  /** Says that what stands in a form now lies on the device. */
  kept: (name: string) => void;
  /** Sends again what could not be sent, in its order. */
  again: () => void;
}

/** How many forms wait, how many of them lie on the device, and whether they wait for a new session instead of a connection. */
export interface Waiting {
  lost: number;
  kept: number;
  signedOut: boolean;
}

interface Turn {
  name: string;
  run: () => Promise<SaveStatus>;
  done: (status: SaveStatus) => void;
}

const isLost = (status: SaveStatus) => status.state === "kept" || status.state === "signed-out";

/** The forms whose text is unsent, since when, and which of them wait for a connection. */
function makeWaiting(now: () => Date) {
  const unsent = new Map<string, Date>();
  const lost = new Map<string, SaveStatus["state"]>();
  const kept = new Set<string>();
  const inOrder = (names: Iterable<string>) =>
    [...names].sort((one, other) => (unsent.get(one)?.getTime() ?? 0) - (unsent.get(other)?.getTime() ?? 0));
  return {
    since: (name: string, at?: Date): Date => {
      const known = unsent.get(name) ?? at ?? now();
      unsent.set(name, known);
      return known;
    },
    settle: (name: string, status: SaveStatus): void => {
      if (isLost(status)) lost.set(name, status.state);
      else for (const one of [lost, kept, unsent]) one.delete(name);
    },
    kept: (name: string): void => {
      if (lost.has(name)) kept.add(name);
    },
    count: (): Waiting => ({ lost: lost.size, kept: kept.size, signedOut: [...lost.values()].includes("signed-out") }),
    lost: () => inOrder(lost.keys()),
    firstOf: (names: readonly string[]) => inOrder(names)[0],
  };
}

/** Makes the lane of one record; `tell` gets how many forms wait. Forms asked in one go take their turns by when they were filled in. */
export function makeSaveLane(tell: (waiting: Waiting) => void, now: () => Date): SaveLane {
  const waiting = makeWaiting(now);
  const forms = new Map<string, () => void>();
  let turns: Turn[] = [];
  let working = false;
  let pause = 250;

  function next(): Turn | undefined {
    const first = waiting.firstOf(turns.map(({ name }) => name));
    const turn = turns.find(({ name }) => name === first);
    turns = turns.filter((each) => each !== turn);
    return turn;
  }

  function settle({ name, done }: Turn, status: SaveStatus): void {
    waiting.settle(name, status);
    tell(waiting.count());
    done(status);
  }

  function again(): void {
    for (const name of waiting.lost()) forms.get(name)?.();
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    // Whoever asks in the same go has asked by then; what lay on the device is first put back in every form.
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = 0;
    for (let turn = next(); turn; turn = next()) {
      const status = await turn.run();
      settle(turn, status);
      if (isLost(status)) for (const other of turns.splice(0)) settle(other, status);
      else if (turns.length === 0) again();
    }
    working = false;
  }

  return {
    since: waiting.since,
    again,
    kept(name) {
      waiting.kept(name);
      tell(waiting.count());
    },
    send(name, run) {
      waiting.since(name);
      return new Promise((done) => {
        turns.push({ name, run, done });
        void work();
      });
    },
    join(name, more) {
      forms.set(name, more);
      return () => void forms.delete(name);
    },
  };
}
