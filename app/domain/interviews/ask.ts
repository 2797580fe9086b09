import type { ViewerKind } from "~/domain/attribution";

/** An interviewee as far as it matters whether she may be asked for an interview: who looks, and the interviews that she is in. */
export interface Askable {
  viewer: ViewerKind;
  interviews: readonly { withdrawn: boolean }[];
}

/**
 * Whether a person may take an interviewee into an interview. Who holds an interview knows who she talks with, so somebody who is in
 * an interview already is asked again only by those who know her from it; and nobody who took her consent back is asked again.
 */
export function mayBeAsked({ viewer, interviews }: Askable): boolean {
  if (interviews.some(({ withdrawn }) => withdrawn)) return false;
  return interviews.length === 0 || viewer === "identity";
}
