import type { DraftEntries } from "./device-drafts";
import type { SaveLane } from "./save-lane";
import type { SaveStatus } from "./saved-indicator";

/** What was asked by a button and has not arrived yet: what its form held, and how far it is. */
export interface LaneAct {
  name: string;
  entries: DraftEntries;
  status: SaveStatus;
}

/** The outside of the acts of a form: the lane in which they wait, who sends and who is told, and what keeps them. */
export interface LaneActsParts {
  lane: SaveLane;
  /** Sends what the form held and answers what became of it; never throws. */
  send: (entries: DraftEntries) => Promise<SaveStatus>;
  tell: (acts: readonly LaneAct[]) => void;
  /** Keeps an act on the device, with since when it waits; false where nothing can be kept. */
  keep: (name: string, entries: DraftEntries, since: Date) => Promise<boolean>;
  /** Throws away what was kept. */
  forget: (name: string) => Promise<void>;
  /** An act arrived. */
  done: () => void;
}

/** The acts that one form was sent for, each of which takes its turn among the forms that save by themselves. */
export interface LaneActs {
  /** Takes an act into the lane; `since` is that of one which lay on the device. One of the same name is there already. */
  add: (name: string, entries: DraftEntries, since?: Date) => void;
  again: (name: string) => void;
  /** Throws an act away that was not taken. */
  drop: (name: string) => void;
  /** Leaves the lane; what has not arrived stays on the device. */
  stop: () => void;
}

/** Makes the acts of one form. Each lies on the device until it has arrived, so that none is lost with the page. */
export function makeLaneActs({ lane, send, tell, keep, forget, done }: LaneActsParts): LaneActs {
  let acts: readonly LaneAct[] = [];
  const leave = new Map<string, () => void>();
  const laid = new Map<string, Promise<boolean>>();

  function put(changed: readonly LaneAct[]): void {
    acts = changed;
    tell(acts);
  }

  function drop(name: string): void {
    leave.get(name)?.();
    put(acts.filter((act) => act.name !== name));
    void laid.get(name)?.then(() => forget(name));
  }

  function settle(name: string, status: SaveStatus): void {
    if (status.state === "saved") {
      drop(name);
      return done();
    }
    put(acts.map((act) => (act.name === name ? { ...act, status } : act)));
    void laid.get(name)?.then((kept) => kept && lane.kept(name));
  }

  async function go(name: string): Promise<void> {
    const act = acts.find((one) => one.name === name);
    if (!act || act.status.state === "saving") return;
    put(acts.map((one) => (one === act ? { ...act, status: { state: "saving" } } : one)));
    settle(name, await lane.send(name, () => send(act.entries)));
  }

  return {
    add(name, entries, at) {
      if (acts.some((act) => act.name === name)) return;
      const since = lane.since(name, at);
      laid.set(name, keep(name, entries, since));
      leave.set(
        name,
        lane.join(name, () => void go(name)),
      );
      put([...acts, { name, entries, status: { state: "idle" } }]);
      void go(name);
    },
    again: (name) => void go(name),
    drop,
    stop() {
      for (const each of leave.values()) each();
    },
  };
}
