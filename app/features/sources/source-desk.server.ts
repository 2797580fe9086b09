import { channelOf } from "~/domain/screening/channels";
import { readAppraisal } from "~/domain/screening/appraisal";
import { standingOf } from "~/domain/screening/standing";
import { wordsOfReason } from "~/domain/screening/steps";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listDecisions } from "~/platform/screening.server";
import { appraisalCriteria } from "./load-appraisal.server";

/** What the desk research makes of a source: what was found on each criterion, and whether the screening left it out and why. */
export async function readDesk(
  db: Db,
  assessment: { id: string; protocolNumber: number },
  source: { id: string; channel: string | null; appraisal: string },
) {
  const protocol = await protocolOf(assessment);
  const { criteria, note } = readAppraisal(source.appraisal);
  const found = appraisalCriteria(protocol).flatMap(({ id, title, levels }) => {
    const one = criteria[id];
    return one ? [{ id, title, level: levels.find(({ key }) => key === one.level)?.label ?? null, reason: one.reason }] : [];
  });
  return { found, note, left: await leftOut(db, assessment.id, protocol.screening, source) };
}

/** What the desk research makes of a source. */
export type SourceDesk = Awaited<ReturnType<typeof readDesk>>;

type Screening = Awaited<ReturnType<typeof protocolOf>>["screening"];

/** Why the screening left a source out, as everyone on the team may see it; null where it did not. */
async function leftOut(db: Db, assessmentId: string, screening: Screening, source: { id: string; channel: string | null }) {
  if (!screening) return null;
  const decisions = (await listDecisions(db, assessmentId, null, source.id)).get(source.id) ?? [];
  const { key, reason } = standingOf(decisions, channelOf(source.channel), screening.screeners);
  if (key !== "excluded") return null;
  const label = screening.exclusionReasons.find((one) => one.key === reason)?.label ?? null;
  return { label, words: reason === null ? null : wordsOfReason(reason) };
}
