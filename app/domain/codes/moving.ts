import type { Anchor, Span } from "./anchor";

/** A mark that goes to another code, or stands there. */
export interface PlacedMark extends Anchor {
  id: string;
  /** The answer or the excerpt. */
  evidenceId: string;
  language: string;
  note: string;
  /** Where its words stand in the text now; null when they are no longer in it. */
  place: Span | null;
}

/** What becomes of a mark: it gets the other code, or it is taken off because its passage has that code by `twin` already. */
export interface MarkMove<Mark> {
  mark: Mark;
  twin: Mark | null;
}

/** What becomes of each of these marks at a code under which others stand: the same passage is never marked twice with it. */
export function movesOf<Mark extends PlacedMark>(marks: readonly Mark[], standing: readonly Mark[]): MarkMove<Mark>[] {
  const there = new Map<string, Mark[]>();
  const put = (mark: Mark) => there.set(mark.evidenceId, [...(there.get(mark.evidenceId) ?? []), mark]);
  standing.forEach(put);
  return marks.map((mark) => {
    const twin = there.get(mark.evidenceId)?.find((other) => isSamePassage(mark, other)) ?? null;
    if (!twin) put(mark);
    return { mark, twin };
  });
}

/** Whether two marks of one text are on the same passage: at the same place now, or where either is behind, as they were marked. */
function isSamePassage(one: PlacedMark, other: PlacedMark): boolean {
  if (one.language !== other.language) return false;
  const [here, there] = one.place && other.place ? [one.place, other.place] : [one, other];
  return here.start === there.start && here.end === there.end && one.passage === other.passage;
}

/** The notes that change because marks are taken off: a mark that stays gets the notes of those, each on a line of its own and none twice. */
export function notesAfter(moves: readonly MarkMove<PlacedMark>[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const { mark, twin } of moves) {
    if (!twin || mark.note === "") continue;
    const before = notes.get(twin.id) ?? twin.note;
    if (!before.split("\n").includes(mark.note) && before !== mark.note) notes.set(twin.id, [before, mark.note].filter(Boolean).join("\n"));
  }
  return notes;
}
