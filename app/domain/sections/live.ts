/** An event as far as a page that is open on a section needs it: who did what to which block or to the section. No content. */
export interface LiveEvent {
  seq: number;
  action: string;
  byId: string;
  by: string | null;
  subject: { type: string; id: string; version: number };
  label: string | null;
  /** The code of the section that it happened in. */
  section: string;
}

/** The moves of a section that a page tells in words of its own; `live.moves.<move>` in the locales. */
const liveMoves = ["send-to-review", "recall", "ask-changes", "sign-off", "reopen"] as const;

/** A move of a section that a page tells. */
export type LiveMove = (typeof liveMoves)[number];

/** What an open page is told: a block has another version, the section moved, or something else of it is to be read again. Never a word of content. */
export type LiveChange = { seq: number; byId: string; by: string | null } & (
  | { what: "block"; id: string; version: number; label: string | null; words: boolean }
  | { what: "move"; move: LiveMove }
  | { what: "other" }
);

/** Acts after which the block itself has a newer version. */
const wordActs: ReadonlySet<string> = new Set(["block.add", "block.save"]);

/** Makes of an event what an open page is told of it. Of a comment or a suggestion it is not said what somebody did, as it may be a draft; only that she did something. */
export function liveChangeOf({ seq, action, byId, by, subject, label, section }: LiveEvent): LiveChange {
  if (subject.type === "block") {
    const own = label === section ? null : label;
    return { seq, byId, by, what: "block", id: subject.id, version: subject.version, label: own, words: wordActs.has(action) };
  }
  const move = subject.type === "section" ? liveMoves.find((one) => action === `section.${one}`) : undefined;
  return move ? { seq, byId, by, what: "move", move } : { seq, byId, by: null, what: "other" };
}

/** The code of the section that an event happened in; null for what happened elsewhere in the study. */
export function sectionOfEvent(subjectType: string, label: string | null, change: Readonly<Record<string, unknown>> | null): string | null {
  if (subjectType === "section") return label;
  const section = change?.["section"];
  return typeof section === "string" ? section : null;
}

/** The moves after which a section can't be written in: a page on which it is written asks before it shows that. */
const closing: ReadonlySet<LiveMove> = new Set(["send-to-review", "sign-off"]);

/** Says whether a change by somebody else takes from a writer what she may be writing. */
export function endsWriting(change: LiveChange): boolean {
  return change.what === "move" && closing.has(change.move);
}

/** The changes of which a page has not shown the outcome: not those that it made itself, whose versions it has. */
export function unseen(changes: readonly LiveChange[], me: string, versions: ReadonlyMap<string, number>): LiveChange[] {
  return changes.filter((one) => one.byId !== me || one.what !== "block" || !one.words || (versions.get(one.id) ?? 0) < one.version);
}

/** What is told aloud, in the order of the people: each once, with the blocks that she changed (null = running text). */
export function toldChanges(changes: readonly LiveChange[], me: string): { by: string; labels: (string | null)[] }[] {
  const told = new Map<string, Set<string | null>>();
  for (const one of changes) {
    if (one.what !== "block" || one.byId === me || one.by === null) continue;
    told.set(one.by, (told.get(one.by) ?? new Set()).add(one.label));
  }
  return [...told].map(([by, labels]) => ({ by, labels: [...labels] }));
}
