import { redirect } from "@remix-run/node";
import type { LinkKind } from "~/domain/evidence/kinds";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { linkEvidence } from "./link-evidence.server";

/** Why an answer was not cited under a statement: a key of the refusals of `sections`, and the code that it is about. */
export interface CiteRefused {
  blockId: string;
  message: string;
  code: string;
  from: string | null;
}

/** Cites an interview answer under a statement and leads to where that statement is written; what does not fit is answered with the reason. */
export async function citeAnswer(
  context: ChangeContext,
  assessment: AssessmentRow,
  { code, blockId, kind }: { code: string; blockId: string; kind: LinkKind },
): Promise<Response | CiteRefused> {
  const where = { assessmentId: assessment.id };
  const [answer, block] = await Promise.all([
    db.interviewAnswer.findFirst({ where: { ...where, code }, select: { id: true } }),
    db.block.findFirst({ where: { ...where, id: blockId, archivedAt: null }, select: { section: { select: { code: true } } } }),
  ]);
  if (!answer || !block) throw refuse("not-found");
  const to = { kind: "interview-answer", id: answer.id } as const;
  const done = await catchRefusal(() => linkEvidence(context, { ...where, assessmentId: assessment.id, blockId, to, kind }), "invalid");
  if (done.ok) return redirect(`/assessments/${assessment.slug}/sections/${block.section.code}/edit#block-${blockId}`);
  const { message, from } = done.refusal.details;
  return { blockId, message: typeof message === "string" ? message : "choose", code, from: typeof from === "string" ? from : null };
}
