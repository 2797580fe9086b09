import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { catchRefusal } from "~/platform/refusal.server";
import { findVersionedSection, versionNumber } from "./find-section.server";
import { restoreSection } from "./restore-section.server";

/** The form that brings a version back: the newest version that its page showed. */
export const RestoreForm = z.strictObject({ changes: z.coerce.number().int().min(0).max(1_000_000_000) });

/** Why a version could not be brought back, and what stands in the way. */
export interface RestoreProblem {
  message: "moved-on" | "stood-on" | "leads-nowhere" | "answered-elsewhere";
  codes: string[];
}

const Details = z.object({
  message: z.enum(["stood-on", "leads-nowhere", "answered-elsewhere"]).optional(),
  codes: z.array(z.string()).optional(),
});

/** Brings the version of an address back; leads to the section, or gives what stood in the way with its status. */
export async function actOnRestore(
  db: Db,
  context: ChangeContext,
  user: Viewer,
  assessment: AssessmentRow,
  params: { code?: string | undefined; n?: string | undefined },
  { changes }: z.output<typeof RestoreForm>,
): Promise<Response | { problem: RestoreProblem; status: 409 | 422 }> {
  const { section, people, head } = await findVersionedSection(db, user, assessment, params.code);
  authorize(user, "section.write", people);
  const number = versionNumber(params.n, head.changes);
  const input = { assessmentId: assessment.id, sectionId: section.id, number, changes };
  const done = await catchRefusal(() => restoreSection(context, input), "conflict", "invalid");
  if (done.ok) return redirect(`${head.path}/versions`);
  if (done.refusal.code === "conflict") return { problem: { message: "moved-on", codes: [] }, status: 409 };
  const { message = "stood-on", codes = [] } = Details.parse(done.refusal.details);
  return { problem: { message, codes }, status: 422 };
}
