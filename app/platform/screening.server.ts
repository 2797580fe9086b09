import type { KnownDecision } from "~/domain/screening/standing";
import { screeningDecisions, stepIfAny, type ScreeningDecision } from "~/domain/screening/steps";
import { screeningsSeenBy } from "./blind.server";
import type { Db } from "./db.server";

/** A decision on a publication as a person may know it; what is blind to her has no more than its step and its screener. */
export interface ShownDecision extends KnownDecision {
  id: string | null;
  note: string;
  byId: string | null;
  at: Date | null;
  version: number;
}

/**
 * The decisions of the screening by publication, as far as a person may see them (null = as the reader of a document): what is blind to her
 * is counted and not read. Two queries, of some publications or of all.
 */
export async function listDecisions(
  db: Pick<Db, "screening">,
  assessmentId: string,
  viewerId: string | null,
  sourceIds?: readonly string[],
): Promise<Map<string, ShownDecision[]>> {
  const where = { assessmentId, ...(sourceIds && { sourceId: { in: [...sourceIds] } }) };
  const [seen, all] = await Promise.all([
    db.screening.findMany({ where: { ...where, AND: [screeningsSeenBy(viewerId)] }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.screening.findMany({
      where: { ...where, openedAt: null },
      select: { sourceId: true, stage: true, screener: true },
      orderBy: { screener: "asc" },
    }),
  ]);
  const shown = new Map<string, ShownDecision[]>();
  const add = (source: string, decision: ShownDecision) => shown.set(source, [...(shown.get(source) ?? []), decision]);
  for (const { sourceId: source, stage, screener, decision, reason, id, note, byId, at, version } of seen) {
    const step = stepIfAny(stage);
    if (step) add(source, { step, screener, decision: decisionOf(decision), reason, id, note, byId, at, version });
  }
  for (const { sourceId: source, stage, screener } of all) {
    const step = stepIfAny(stage);
    const isSeen = shown.get(source)?.some((one) => one.step === step && one.screener === screener);
    if (step && !isSeen)
      add(source, { step, screener, decision: null, reason: null, id: null, note: "", byId: null, at: null, version: 0 });
  }
  return shown;
}

/** The decision that a stored word names; throws on any other word, which only a damaged row can hold. */
export function decisionOf(stored: string): ScreeningDecision {
  const decision = screeningDecisions.find((one) => one === stored);
  if (!decision) throw new RangeError(`no decision of a screening: ${stored}`);
  return decision;
}
