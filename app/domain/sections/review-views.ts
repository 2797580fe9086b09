/** The ways in which a section under review is shown: what changed since somebody last saw it, since she signed it, the whole, or before and after beside each other. */
const reviewViews = ["seen", "signed", "whole", "beside"] as const;

/** One of these ways. */
export type ReviewView = (typeof reviewViews)[number];

/** What a section was when somebody last saw it or signed it; null where she never did. */
export interface SeenBefore {
  seen: { changes: number } | null;
  signed: { changes: number; holds: boolean } | null;
}

/** The view that is asked for, where there is something to compare with; else her sign-off that no longer holds, else what she has not seen, else the whole. */
export function reviewViewOf(asked: string | null, now: number, { seen, signed }: SeenBefore): ReviewView {
  const offered: readonly ReviewView[] = offeredViews({ seen, signed });
  const found = offered.find((view) => view === asked);
  if (found) return found;
  if (signed && !signed.holds) return "signed";
  return seen && seen.changes < now ? "seen" : "whole";
}

/** The views for which there is something to compare with; the whole is always there. */
export function offeredViews({ seen, signed }: SeenBefore): ReviewView[] {
  return reviewViews.filter((view) => (view === "seen" ? seen : view === "signed" ? signed : view === "beside" ? (seen ?? signed) : true));
}
