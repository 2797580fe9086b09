import type { Span } from "~/domain/comments/anchor";
import { passageKey, type PassageMark } from "~/ui/passages";
import type { ThreadView } from "./comment-view";

/** The marks of open points in the texts of a section, and of the one that is looked at. */
export function marksOf(
  threads: readonly ThreadView[],
  places: ReadonlyMap<string, Span | null>,
  current?: { id: string },
): Record<string, PassageMark[]> {
  const marks: Record<string, PassageMark[]> = {};
  for (const { id, at, blockId, language, resolved, withdrawn } of threads) {
    const place = places.get(id);
    const isCurrent = id === current?.id;
    if (!place || blockId === null || language === null || ((resolved || withdrawn) && !isCurrent)) continue;
    (marks[passageKey(blockId, language)] ??= []).push({ ...place, label: at, href: `#comment-${at}`, current: isCurrent });
  }
  return marks;
}
