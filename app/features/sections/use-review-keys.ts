import { useCallback, useEffect, useState, type RefObject } from "react";
import { useShortcut } from "~/ui/use-shortcut";

/** Where the keyboard stands in a review: the statement that is looked at, and a way to let it go. */
export interface ReviewPlace {
  current: string | null;
  clear: () => void;
}

/**
 * The keys of a review: j and k through the statements, n and p through the open points, Enter opens what is looked at. The statement that
 * gets the focus by any other way is looked at too.
 */
export function useReviewKeys(
  text: RefObject<HTMLElement | null>,
  statements: readonly string[],
  points: readonly string[],
  open: (code: string) => void,
): ReviewPlace {
  const [current, setCurrent] = useState<string | null>(null);
  const [point, setPoint] = useState(-1);
  const step = useCallback(
    (by: 1 | -1) => {
      const at = current === null ? (by === 1 ? -1 : statements.length) : statements.indexOf(current);
      const next = statements[at + by];
      if (next === undefined) return;
      setCurrent(next);
      goTo(next);
    },
    [current, statements],
  );
  const stepPoint = useCallback(
    (by: 1 | -1) => {
      const next = points[point + by];
      if (next === undefined) return;
      setPoint(point + by);
      if (statements.includes(next)) setCurrent(next);
      goTo(next);
    },
    [point, points, statements],
  );
  useShortcut(
    "j",
    useCallback(() => step(1), [step]),
    statements.length > 0,
  );
  useShortcut(
    "k",
    useCallback(() => step(-1), [step]),
    statements.length > 0,
  );
  useShortcut(
    "n",
    useCallback(() => stepPoint(1), [stepPoint]),
    points.length > 0,
  );
  useShortcut(
    "p",
    useCallback(() => stepPoint(-1), [stepPoint]),
    points.length > 0,
  );
  const isOnStatement = useCallback(() => current !== null && document.activeElement?.id === current, [current]);
  useEnter(
    isOnStatement,
    useCallback(() => current !== null && open(current), [current, open]),
  );
  useFocused(text, statements, setCurrent);
  return { current, clear: useCallback(() => setCurrent(null), []) };
}

function goTo(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

/** Enter on a statement itself; on a link or a field in it Enter does what it always does. */
function useEnter(on: () => boolean, act: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== "Enter" || !on()) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, act]);
}

function useFocused(text: RefObject<HTMLElement | null>, statements: readonly string[], look: (code: string) => void): void {
  useEffect(() => {
    const place = text.current;
    function focus({ target }: Event) {
      const found = target instanceof Element ? target.closest(".stm")?.id : undefined;
      if (found !== undefined && statements.includes(found)) look(found);
    }
    place?.addEventListener("focusin", focus);
    place?.addEventListener("click", focus);
    return () => {
      place?.removeEventListener("focusin", focus);
      place?.removeEventListener("click", focus);
    };
  }, [text, statements, look]);
}
