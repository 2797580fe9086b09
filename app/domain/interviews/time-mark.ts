/** After so long the conversation is over, and what is written down has the time of day. */
const longest = 12 * 60 * 60;

/**
 * The mark of a moment in a conversation: how long it has been going on (`0:12:30`) where its clock was started, else the time of day
 * that is given.
 */
export function timeMarkAt(startedAt: Date | null, now: Date, timeOfDay: string): string {
  const seconds = startedAt ? Math.floor((now.getTime() - startedAt.getTime()) / 1000) : -1;
  if (seconds < 0 || seconds > longest) return timeOfDay;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The lines of a text that a selection touches, without the ends; of no selection the line that the cursor is in. */
export function linesAt(text: string, start: number, end: number): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end > start && text[end - 1] === "\n" ? end - 1 : end);
  return text.slice(from, next < 0 ? text.length : next).trim();
}
