import type { LocalText } from "~/domain/local-text";

/** What the team makes of a remark. */
export const stances = ["accepted", "partly", "not-accepted", "noted"] as const;

/** What the team makes of a remark. */
export type Stance = (typeof stances)[number];

/** A remark as far as its standing goes; its times are null where it was not sent, withdrawn, answered or shown. */
export interface RemarkStanding {
  sentAt: Date | null;
  withdrawnAt: Date | null;
  stance: Stance | null;
  response: LocalText;
  respondedAt: Date | null;
  shownAt: Date | null;
}

/** Where a remark stands: with its writer, without a response, answered but not shown, shown, or taken back. */
export type RemarkState = "draft" | "open" | "answered" | "shown" | "withdrawn";

/** Where a remark stands. */
export function remarkStateOf(remark: RemarkStanding): RemarkState {
  if (remark.withdrawnAt) return "withdrawn";
  if (!remark.sentAt) return "draft";
  if (remark.shownAt) return "shown";
  return isAnswered(remark) ? "answered" : "open";
}

/** Whether there is a whole response: what is made of the remark, and words that say why. */
export function isAnswered({ stance, response }: Pick<RemarkStanding, "stance" | "response">): boolean {
  return stance !== null && Object.values(response).some((text) => text.trim() !== "");
}

/** Whether a remark may be taken back by who sent it: not once its response was shown. */
export function mayBeWithdrawn(remark: RemarkStanding): boolean {
  const state = remarkStateOf(remark);
  return state === "open" || state === "answered";
}

/** Whether a response may be written: not to a draft, nor to what was taken back. */
export function mayBeAnswered(remark: RemarkStanding): boolean {
  return mayBeWithdrawn(remark) || remarkStateOf(remark) === "shown";
}

/** Whether the response can be shown now: it is whole and was not shown. */
export function mayBeShown(remark: RemarkStanding): boolean {
  return remarkStateOf(remark) === "answered";
}

/** Whether a response was changed after it was shown to who made the remark. */
export function isChangedSince({ shownAt, respondedAt }: Pick<RemarkStanding, "shownAt" | "respondedAt">): boolean {
  return shownAt !== null && respondedAt !== null && respondedAt > shownAt;
}

/** How many of the remarks that count have a whole response: those that were withdrawn count nowhere. */
export function progressOf(remarks: readonly RemarkStanding[]): { done: number; total: number; toShow: number } {
  const counted = remarks.filter(mayBeAnswered);
  return { done: counted.filter(isAnswered).length, total: counted.length, toShow: counted.filter(mayBeShown).length };
}

/** What a table of remarks is narrowed to; a part that is empty narrows nothing. */
export interface RemarkFilter {
  show: string;
  person: string;
  section: string;
  stance: string;
}

/** A remark as it is filtered. */
export interface FilteredRemark extends RemarkStanding {
  byId: string;
  sectionCode: string | null;
}

/** What can be shown of a table: all that count, those without a whole response, those with one, and those taken back. */
export const shownRemarks = ["open", "answered", "withdrawn"] as const;

/** The value of the filter by section for remarks on the whole edition. */
const wholeEdition = "edition";

/** Whether a remark is among those that a filter asks for. Those taken back are there only when asked for. */
export function fitsFilter(remark: FilteredRemark, { show, person, section, stance }: RemarkFilter): boolean {
  const withdrawn = remark.withdrawnAt !== null;
  if (withdrawn !== (show === "withdrawn")) return false;
  if (show === "open" && isAnswered(remark)) return false;
  if (show === "answered" && !isAnswered(remark)) return false;
  if (person !== "" && remark.byId !== person) return false;
  if (section !== "" && (remark.sectionCode ?? wholeEdition) !== section) return false;
  return stance === "" || remark.stance === stance;
}
