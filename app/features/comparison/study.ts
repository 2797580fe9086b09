import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Onlooker } from "~/platform/interviewees.server";
import type { Viewer } from "~/platform/viewer.server";

/** Whose interviews are compared, by whom, and when: what can be cited depends on the day. */
export interface ComparedStudy {
  assessment: AssessmentRow;
  protocol: Protocol;
  viewer: Viewer;
  /** For whose eyes the interviewees are named: on a page those of the viewer, in a file those of any reader. */
  namedFor: Onlooker;
  at: Date;
}
