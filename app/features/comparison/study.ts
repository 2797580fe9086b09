import type { Protocol } from "~/domain/protocol/schema";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Viewer } from "~/platform/viewer.server";

/** Whose interviews are compared, by whom, and when: what can be cited depends on the day. */
export interface ComparedStudy {
  assessment: AssessmentRow;
  protocol: Protocol;
  viewer: Viewer;
  at: Date;
}
