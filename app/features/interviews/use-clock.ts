import { useRef } from "react";
import { type LaneForm, useLaneActs } from "~/ui/use-lane-acts";
import type { InterviewPage } from "./load-interview.server";
import { useReread } from "./use-reread";

/** The clock of a conversation. */
export interface Clock {
  /** Since when it runs: from the press of its button on, also before that has arrived. */
  startedAt: Date | null;
  lane: LaneForm;
}

const field = "startedAt";

/** Starts the clock of a conversation, with or without a connection: the moment of the press counts. */
export function useClock({ interview }: InterviewPage): Clock {
  const lane = useLaneActs(`${interview.id}/clock`, { more: () => [[field, new Date().toISOString()]], done: useReread() });
  const pressed = useRef<string | undefined>(undefined);
  const [act] = lane.acts;
  // It goes on while the page is read again, which then has it too.
  if (act) pressed.current = isRefused(act.status.state) ? undefined : act.entries.find(([name]) => name === field)?.[1];
  const startedAt = interview.startedAt ?? pressed.current ?? null;
  return { startedAt: startedAt === null ? null : new Date(startedAt), lane };
}

const isRefused = (state: string) => state === "refused" || state === "conflict";
