import { redirect } from "@remix-run/node";
import type { LinkKind } from "~/domain/evidence/kinds";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { findCited } from "./find-cited.server";
import { linkEvidence } from "./link-evidence.server";

/** Why something was not cited under a statement: a key of the refusals of `sections`, and the code that it is about. */
export interface CiteRefused {
  blockId: string;
  message: string;
  code: string;
  from: string | null;
}

/** Cites evidence under a statement and leads to where that statement is written; what does not fit is answered with the reason. */
export async function citeEvidence(
  context: ChangeContext,
  user: Viewer,
  assessment: AssessmentRow,
  { code, blockId, kind }: { code: string; blockId: string; kind: LinkKind },
): Promise<Response | CiteRefused> {
  const { id: assessmentId } = assessment;
  const where = { assessmentId, id: blockId, archivedAt: null };
  const [to, block] = await Promise.all([
    findCited(db, user, assessment, code),
    db.block.findFirst({ where, select: { section: { select: { code: true } } } }),
  ]);
  if (!block) throw refuse("not-found");
  const link = { assessmentId, blockId, to: { kind: to.kind, id: to.id }, kind };
  const done = await catchRefusal(() => linkEvidence(context, link), "invalid");
  if (done.ok) return redirect(`/assessments/${assessment.slug}/sections/${block.section.code}/edit#block-${blockId}`);
  const { message, from } = done.refusal.details;
  return { blockId, message: typeof message === "string" ? message : "choose", code, from: typeof from === "string" ? from : null };
}
