import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { catchRefusal } from "~/platform/refusal.server";
import { findVersionedSection, versionNumber } from "./find-section.server";
import type { Lost } from "./list-lost.server";
import { restoreSection } from "./restore-section.server";

/** The form that brings a version back: the newest version that its page showed, and what of it that page said would be left out. */
export const RestoreForm = z.strictObject({
  changes: z.coerce.number().int().min(0).max(1_000_000_000),
  without: z
    .string()
    .max(100_000)
    .transform((ids) => ids.split(" ").filter((id) => id !== ""))
    .optional(),
});

/** Why a version could not be brought back, and what stands in the way. */
export interface RestoreProblem {
  message: "moved-on" | "stood-on" | "leads-nowhere" | "cannot-come-back";
  codes: string[];
  lost: Lost[];
}

const Details = z.object({
  message: z.enum(["stood-on", "leads-nowhere", "cannot-come-back"]).optional(),
  codes: z.array(z.string()).optional(),
  lost: z
    .array(z.object({ id: z.string(), on: z.string(), code: z.string(), message: z.string(), from: z.string().nullable() }))
    .optional(),
});

/** Brings the version of an address back; leads to the section, or gives what stood in the way with its status. */
export async function actOnRestore(
  db: Db,
  context: ChangeContext,
  user: Viewer,
  assessment: AssessmentRow,
  params: { code?: string | undefined; n?: string | undefined },
  { changes, without = [] }: z.output<typeof RestoreForm>,
): Promise<Response | { problem: RestoreProblem; status: 409 | 422 }> {
  const { section, people, head } = await findVersionedSection(db, user, assessment, params.code);
  authorize(user, "section.write", people);
  const number = versionNumber(params.n, head.changes);
  const input = { assessmentId: assessment.id, sectionId: section.id, number, changes, without };
  const done = await catchRefusal(() => restoreSection(context, input), "conflict", "invalid");
  if (done.ok) return redirect(`${head.path}/versions`);
  if (done.refusal.code === "conflict") return { problem: { message: "moved-on", codes: [], lost: [] }, status: 409 };
  const { message = "stood-on", codes = [], lost = [] } = Details.parse(done.refusal.details);
  return { problem: { message, codes, lost }, status: 422 };
}
