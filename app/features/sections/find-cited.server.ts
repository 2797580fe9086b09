import { evidenceKinds } from "~/domain/evidence/kinds";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { findEvidenceByCode } from "~/platform/search.server";

/**
 * The evidence that has a code, as this person may see it; not found where there is none. Several raters' judgements have the same code:
 * the one that can be cited is meant.
 */
export async function findCited(db: Db, user: Viewer, assessment: AssessmentRow, code: string): Promise<Evidence> {
  const hits = await findEvidenceByCode(assessment.id, user.id, code, evidenceKinds);
  const refs = hits.flatMap(({ kind, recordId }) =>
    evidenceKinds.filter((one) => one === kind).map((one) => ({ kind: one, id: recordId })),
  );
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user };
  const found = refs.length === 0 ? [] : [...(await readEvidence(db, { ...study, which: whichOf(refs) })).values()];
  const [meant] = found.toSorted((one, other) => Number(one.citable !== null) - Number(other.citable !== null));
  if (!meant) throw refuse("not-found");
  return meant;
}
