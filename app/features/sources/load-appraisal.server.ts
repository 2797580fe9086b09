import { findScale } from "~/domain/protocol/readers";
import { extraValuesOf, levelsOf } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import { channelOf } from "~/domain/screening/channels";
import { isAppraised, readAppraisal } from "~/domain/screening/appraisal";
import { standingOf } from "~/domain/screening/standing";
import { printedTitle } from "~/domain/sources/source";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { listDecisions } from "~/platform/screening.server";

/** The criteria on which sources are appraised, each with the levels that its scale allows; none where it has no scale. */
export function appraisalCriteria(protocol: Protocol) {
  return (protocol.sourceCriteria ?? []).map(({ id, title, description, appliesIf, scale: scaleId }) => {
    const scale = scaleId === undefined ? null : findScale(protocol, scaleId);
    const levels = scale ? [...levelsOf(scale), ...extraValuesOf(scale)] : [];
    return { id, title, description, appliesIf, levels: levels.map(({ key, label, anchor }) => ({ key, label, anchor: anchor ?? null })) };
  });
}

/**
 * The sources to appraise, those without an appraisal first, and the one that is asked for or comes next. Where the protocol asks for screening
 * these are the included ones, else all in use.
 */
export async function loadAppraisal(db: Db, assessment: { id: string; protocolNumber: number }, asked: string | null) {
  const protocol = await protocolOf(assessment);
  const [sources, decisions] = await Promise.all([
    db.source.findMany({
      where: { assessmentId: assessment.id, archivedAt: null },
      orderBy: { number: "asc" },
      select: { id: true, code: true, title: true, titleKind: true, channel: true, appraisal: true, language: true, version: true },
    }),
    listDecisions(db, assessment.id, null),
  ]);
  const { screening } = protocol;
  const isIncluded = ({ id, channel }: { id: string; channel: string | null }) =>
    !screening || standingOf(decisions.get(id) ?? [], channelOf(channel), screening.screeners).key === "included";
  // A criterion that holds only in some cases is not asked of every source.
  const required = (protocol.sourceCriteria ?? []).filter(({ appliesIf }) => appliesIf === undefined);
  const rows = sources.filter(isIncluded).map(({ title, titleKind, appraisal, ...source }) => ({
    ...source,
    title: printedTitle(title, titleKind),
    appraisal: readAppraisal(appraisal),
    done: isAppraised(appraisal, required),
  }));
  const source = asked === null ? rows.find(({ done }) => !done) : rows.find(({ code }) => code === asked);
  if (asked !== null && !source) throw refuse("not-found");
  return {
    criteria: appraisalCriteria(protocol),
    screened: screening !== undefined,
    done: rows.filter((row) => row.done).length,
    rows: rows.map(({ code, title, done }) => ({ code, title, done })),
    source: source ?? null,
  };
}

/** The appraisal of sources as its page shows it. */
export type AppraisalShown = Awaited<ReturnType<typeof loadAppraisal>>;
