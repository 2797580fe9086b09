/** The colours a state can have; each only ever appears together with an icon and a word. */
export type StateTone = "neutral" | "info" | "ok" | "stale" | "danger" | "base" | "lock";

/** The drawing beside the word of a state. */
export type StateIcon =
  | "circle"
  | "clock"
  | "eye"
  | "mail"
  | "pencil"
  | "circle-check"
  | "rotate"
  | "triangle"
  | "octagon"
  | "panes"
  | "eye-off"
  | "lock"
  | "box"
  | "minus";

interface StateLook {
  icon: StateIcon;
  tone: StateTone;
  struck?: boolean;
}

const neutral = (icon: StateIcon): StateLook => ({ icon, tone: "neutral" });
const info = (icon: StateIcon): StateLook => ({ icon, tone: "info" });
const ok: StateLook = { icon: "circle-check", tone: "ok" };
const rust = (icon: StateIcon): StateLook => ({ icon, tone: "stale" });
const red: StateLook = { icon: "octagon", tone: "danger" };
const lock = (icon: StateIcon): StateLook => ({ icon, tone: "lock" });

/**
 * How every state looks, wherever it is shown: its icon and colour. The word is `states.<key>` in the locales.
 * A state that things have in common (*in progress*, *archived*) has one key for all of them.
 */
export const states = {
  "not-started": neutral("circle"),
  "no-level": neutral("minus"),
  open: neutral("circle"),
  candidate: neutral("circle"),
  planned: neutral("circle"),
  draft: neutral("pencil"),
  "not-asked": neutral("minus"),
  "no-answer": neutral("minus"),
  "not-released": neutral("circle"),
  "not-read": neutral("circle"),
  "to-screen": neutral("circle"),
  "to-retrieve": neutral("circle"),
  "to-assess": neutral("circle"),

  "in-progress": info("clock"),
  "in-writing": info("clock"),
  fieldwork: info("clock"),
  preparation: info("clock"),
  invited: info("mail"),
  scheduled: info("clock"),
  held: info("clock"),
  rating: info("clock"),
  compiling: info("clock"),
  waiting: neutral("clock"),
  reading: info("clock"),
  second: info("clock"),
  "in-review": info("eye"),
  "with-interviewee": info("mail"),
  "not-sent": neutral("circle"),
  "date-passed": neutral("clock"),

  "changes-asked": rust("pencil"),
  corrected: rust("pencil"),
  disputed: rust("pencil"),
  "being-discussed": rust("mail"),

  "signed-off": ok,
  confirmed: ok,
  covered: ok,
  agreed: ok,
  answered: ok,
  recorded: ok,
  sent: ok,
  ready: ok,
  "sent-in": ok,
  shown: ok,
  judged: ok,
  appraised: ok,
  read: ok,
  included: ok,
  released: ok,
  frozen: ok,
  "in-order": ok,
  resolved: ok,
  accepted: ok,
  imported: ok,
  "new-work": ok,
  "row-adds": ok,
  "row-changes": info("pencil"),
  active: ok,

  late: rust("clock"),
  stale: rust("rotate"),
  behind: rust("rotate"),
  thin: rust("triangle"),
  contradicted: rust("triangle"),
  differs: rust("triangle"),
  remark: rust("triangle"),
  "close-work": rust("triangle"),
  "own-statement": rust("triangle"),
  "passage-went": rust("triangle"),
  "no-source": rust("triangle"),

  gap: red,
  "no-ground": red,
  "lost-ground": red,
  blocks: red,
  failed: red,
  unreadable: red,
  "row-error": red,

  reconciled: { icon: "panes", tone: "base" },

  blind: lock("eye-off"),
  "team-only": lock("lock"),
  withheld: lock("lock"),
  closed: lock("lock"),

  superseded: neutral("box"),
  archived: neutral("box"),
  rejected: neutral("minus"),
  replaced: neutral("box"),
  ended: neutral("box"),
  declined: neutral("minus"),
  cancelled: neutral("minus"),
  "called-off": neutral("minus"),
  abandoned: neutral("minus"),
  excluded: neutral("minus"),
  discarded: neutral("box"),
  "same-work": neutral("panes"),
  "double-record": neutral("panes"),
  "row-same": neutral("panes"),
  "row-skipped": neutral("minus"),
  "not-retrieved": neutral("minus"),
  withdrawn: { icon: "minus", tone: "neutral", struck: true },
} as const satisfies Record<string, StateLook>;

/** A state that can be shown to the reader. */
export type StateKey = keyof typeof states;

/** The icon and colour of a state, and whether its word is struck through (only a withdrawn thing's is). */
export function stateLook(key: StateKey): StateLook {
  return states[key];
}

/** The same word as a state that can be shown, or `undefined` when no state of that name is in the table. */
export function stateKeyIfAny(word: string): StateKey | undefined {
  return Object.hasOwn(states, word) ? (word as StateKey) : undefined;
}
