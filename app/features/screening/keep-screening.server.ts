import { stepIfAny } from "~/domain/screening/steps";
import type { KnownDecision } from "~/domain/screening/standing";
import type { ScreeningDesign } from "~/domain/protocol/screening";
import { findStudy } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { decisionOf } from "~/platform/screening.server";
import { hmacSha256 } from "~/platform/sha256.server";
import { keepVersion } from "~/platform/versions.server";

/** What a decision rests on: the publication, every decision on it, and how the protocol wants it screened. */
export interface ScreenedSource {
  source: { id: string; code: string; channel: string | null };
  rows: Awaited<ReturnType<Tx["screening"]["findMany"]>>;
  decisions: KnownDecision[];
  design: ScreeningDesign;
}

/** A publication that can be screened: of this assessment, not archived, in a study whose protocol asks for screening. */
export async function findScreenable(tx: Tx, assessmentId: string, sourceId: string): Promise<ScreenedSource> {
  const { protocol } = await findStudy(tx, assessmentId);
  const source = await tx.source.findFirst({
    where: { id: sourceId, assessmentId },
    select: { id: true, code: true, channel: true, archivedAt: true },
  });
  if (!source) throw refuse("not-found");
  if (source.archivedAt) throw refuse("wrong-state", { state: "archived" });
  if (!protocol.screening) throw refuse("wrong-state");
  const rows = await tx.screening.findMany({ where: { sourceId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const decisions = rows.flatMap(({ stage, screener, decision, reason }) => {
    const step = stepIfAny(stage);
    return step ? [{ step, screener, decision: decisionOf(decision), reason }] : [];
  });
  return { source, rows, decisions, design: protocol.screening };
}

/**
 * Keeps what a decision holds now. A binding by the key of the assessment, which no page and no event shows, is part of it: the digest stands
 * in the trail while the decision is blind, and without it the decision could be found by trying each.
 */
export async function keepScreening(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.screening.findUniqueOrThrow({ where: { id } });
  const { assessmentId, sourceId, stage, screener, decision, reason, note, version } = row;
  const { codeKey } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { codeKey: true } });
  const binding = hmacSha256(codeKey, `screening ${id} ${version}`);
  const body = { sourceId, stage, screener, decision, reason, note, binding };
  await keepVersion(tx, { assessmentId, kind: "screening", recordId: id, number: version, body, by, at });
}
