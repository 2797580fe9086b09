import type { SaveStatus } from "./saved-indicator";

/** The outside of an autosaver: who sends, who is told, and what keeps text that could not be sent. */
export interface AutosaverParts {
  /** Sends the form as it is now and answers what became of it; never throws. */
  send: () => Promise<SaveStatus>;
  tell: (status: SaveStatus) => void;
  /** Keeps the form on the device. */
  keep: () => void;
  /** Throws away what was kept. */
  forget: () => void;
  /** Milliseconds of quiet before a change is sent. */
  delay: number;
}

/**
 * Sends changes after a while of quiet, or at once when a field is left; one at a time, and never loses the last. Once overtaken
 * (conflict) it sends nothing more, since the version stays too old: it keeps the text until the person has compared the two.
 */
export interface Autosaver {
  changed: () => void;
  /** Sends now if something was changed since the last time it was saved. */
  flush: () => void;
  /** Leaves the rest to the person, who sends the form herself; resolves once nothing is under way, so that her version is the newest. Null when nothing is. */
  handOver: () => Promise<void> | null;
  stop: () => void;
}

/** Says whether a form was held back for what stands in it: refused, or not yet told to be wrong. */
const isOfContent = ({ state }: SaveStatus) => state === "refused" || state === "idle";

/** Makes the autosaver of one form. */
export function makeAutosaver({ send, tell, keep, forget, delay }: AutosaverParts): Autosaver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsent = false;
  let sending: Promise<SaveStatus> | null = null;
  let overtaken = false;
  let version: number | undefined;

  async function sendNow(): Promise<void> {
    clearTimeout(timer);
    if (!unsent || sending || overtaken) return;
    unsent = false;
    // What was kept just before may never be shown as saved, so its version is told along with what follows.
    tell({ state: "saving", version });
    sending = send();
    const status = await sending;
    sending = null;
    if (status.state === "saved") settle(status);
    else if (isOfContent(status) && unsent)
      void sendNow(); // changed since: what was held back is no longer what stands there
    else refuse(status);
  }

  function settle(status: Extract<SaveStatus, { state: "saved" }>): void {
    version = status.version;
    if (unsent) return void sendNow();
    forget();
    tell(status);
  }

  function refuse(status: SaveStatus): void {
    unsent = true;
    overtaken = status.state === "conflict";
    keep();
    tell(status);
  }

  return {
    changed() {
      unsent = true;
      if (overtaken) return keep();
      clearTimeout(timer);
      timer = setTimeout(() => void sendNow(), delay);
    },
    flush: () => void sendNow(),
    handOver() {
      clearTimeout(timer);
      unsent = false;
      return sending && sending.then(() => undefined);
    },
    stop: () => clearTimeout(timer),
  };
}
