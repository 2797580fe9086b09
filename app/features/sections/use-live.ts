import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { endsWriting, toldChanges, unseen, type LiveChange, type LiveMove } from "~/domain/sections/live";
import { othersPresent, type Present } from "~/domain/sections/presence";
import { setLiveReading } from "~/platform/live-reading";
import { useKeptFocus } from "./use-kept-focus";
import { useStream } from "./use-stream";

/** Where a page begins to listen, as its loader gives it. */
export interface LiveStart {
  me: string;
  since: number;
  others: Present[];
}

/** A move of the section by somebody else, which the page tells until it is read anew. */
export interface MoveTold {
  move: LiveMove;
  by: string;
  /** The page does not show it yet: it waits for its person. */
  waits: boolean;
}

/** What a page that listens knows: who else is there, what others changed, and how the section moved meanwhile. */
export interface Live {
  others: Present[];
  /** Each telling is announced once, also when it has the same words as the one before. */
  told: { n: number; changes: { by: string; labels: (string | null)[] }[] };
  move: MoveTold | null;
  /** Shows the section as it is now, where that waits for the person. */
  show: () => void;
}

/** Changes that come within so many milliseconds are shown together. */
const gather = 250;

/**
 * Listens to what others do in a section and reads the page again for it: its own loader, with all that hides from this person, and nothing
 * around it. While she `writes`, a move that ends writing waits until she asks for it.
 */
export function useLive(path: string, start: LiveStart, blocks: readonly { id: string; version: number }[], writes: boolean): Live {
  const [others, setOthers] = useState(start.others);
  const [told, setTold] = useState<Live["told"]>({ n: 0, changes: [] });
  const [move, setMove] = useState<MoveTold | null>(null);
  const read = useReading();
  const now = useRef({ blocks, me: start.me, waits: false });
  now.current.blocks = blocks;
  const heard = useRef<{ changes: LiveChange[]; all: boolean; timer?: ReturnType<typeof setTimeout> }>({ changes: [], all: false });

  const pass = useCallback(() => {
    const { changes, all } = heard.current;
    heard.current = { changes: [], all: false };
    const { me, waits } = now.current;
    const versions = new Map(now.current.blocks.map(({ id, version }) => [id, version]));
    const fresh = unseen(changes, me, versions);
    const moved = fresh.findLast((one) => one.what === "move" && one.byId !== me);
    const ends = writes && moved !== undefined && endsWriting(moved);
    if (moved?.what === "move") setMove({ move: moved.move, by: moved.by ?? "", waits: ends });
    now.current.waits = moved ? ends : waits;
    const words = toldChanges(fresh, me);
    if (words.length > 0) setTold(({ n }) => ({ n: n + 1, changes: words }));
    if ((all || fresh.length > 0) && !now.current.waits) read();
  }, [read, writes]);

  useStream(path, start.since, {
    change: ({ wait, changes }) => {
      heard.current.changes.push(...changes);
      heard.current.all ||= changes.length === 0;
      heard.current.timer ??= setTimeout(pass, gather + wait);
    },
    people: (present) => setOthers(othersPresent(present, now.current.me)),
  });
  useEffect(() => () => clearTimeout(heard.current.timer), []);
  const show = useCallback(() => {
    now.current.waits = false;
    setMove((known) => known && { ...known, waits: false });
    read();
  }, [read]);
  return { others, told, move, show };
}

/** Reads the page again without what stands around it; focus stays where it is. */
function useReading(): () => void {
  const { revalidate, state } = useRevalidator();
  const keep = useKeptFocus(state === "idle");
  useEffect(() => {
    if (state === "idle") setLiveReading(false);
  }, [state]);
  return useCallback(() => {
    setLiveReading(true);
    keep();
    revalidate();
  }, [keep, revalidate]);
}
