/** What became of the passage of a comment: it stands as it was marked, was edited since, went, or there is none. */
export type PassageFate = "same" | "edited" | "went" | "none";

/** One comment as a page shows it. */
export interface CommentView {
  id: string;
  /** Its address below the section: its number, or `d1` of a draft. */
  at: string;
  by: string;
  /** Whose words she took over from a returned file ("" = nobody that it names); null = her own. */
  outside: string | null;
  mine: boolean;
  moment: Date;
  /** "" once it was withdrawn. */
  text: string;
  mentions: string[];
  draft: boolean;
  withdrawn: boolean;
  version: number;
}

/** A point with the answers to it. */
export interface ThreadView extends CommentView {
  blockId: string | null;
  /** The code of its statement, "" of running text; null of the section as a whole. */
  on: string | null;
  language: string | null;
  passage: string | null;
  fate: PassageFate;
  resolved: { by: string; at: Date } | null;
  mentionsMe: boolean;
  answers: CommentView[];
}

/** The filters of comments, in the order in which they are offered. */
export const commentFilters = ["unresolved", "resolved", "mine", "mentions", "went", "all"] as const;

/** Which comments are shown. */
export type CommentFilter = (typeof commentFilters)[number];

/** The filter of an address; open points where there is none. */
export function commentFilter(asked: string | null): CommentFilter {
  return commentFilters.find((one) => one === asked) ?? "unresolved";
}

/** Says whether a point is shown under a filter. A draft is open to its writer. */
export function isShown(thread: ThreadView, filter: CommentFilter): boolean {
  switch (filter) {
    case "unresolved":
      return !thread.resolved && !thread.withdrawn;
    case "resolved":
      return thread.resolved !== null;
    case "mine":
      return thread.mine || thread.answers.some(({ mine }) => mine);
    case "mentions":
      return thread.mentionsMe;
    case "went":
      return thread.fate === "went" && !thread.resolved;
    case "all":
      return true;
  }
}

/** The address of a comment by its number: drafts have numbers below zero. */
export function addressOf(number: number): string {
  return number < 0 ? `d${-number}` : String(number);
}

/** The number that an address names; null for none. */
export function numberOf(address: string | undefined): number | null {
  const found = /^(d?)([1-9]\d{0,8})$/u.exec(address ?? "");
  return found ? Number(found[2]) * (found[1] === "d" ? -1 : 1) : null;
}
