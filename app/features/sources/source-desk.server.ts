import type { Protocol } from "~/domain/protocol/schema";
import { readAppraisal } from "~/domain/screening/appraisal";
import { wordsOfReason } from "~/domain/screening/steps";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listLeftOut } from "~/platform/left-out.server";
import { appraisalCriteria } from "./load-appraisal.server";

/** What the desk research makes of a source: what was found on each criterion, and whether the screening left it out and why. */
export async function readDesk(db: Db, assessment: { id: string; protocolNumber: number }, source: { id: string; appraisal: string }) {
  const protocol = await protocolOf(assessment);
  const { criteria, note } = readAppraisal(source.appraisal);
  const found = appraisalCriteria(protocol).flatMap(({ id, title, levels }) => {
    const one = criteria[id];
    return one ? [{ id, title, level: levels.find(({ key }) => key === one.level)?.label ?? null, reason: one.reason }] : [];
  });
  return { found, note, left: await whyLeftOut(db, assessment.id, protocol, source.id) };
}

/** What the desk research makes of a source. */
export type SourceDesk = Awaited<ReturnType<typeof readDesk>>;

/** Why the screening left a source out, as everyone on the team may see it; null where it did not. */
async function whyLeftOut(db: Db, assessmentId: string, protocol: Protocol, id: string) {
  const reason = (await listLeftOut(db, assessmentId, protocol, [id])).get(id);
  if (reason === undefined) return null;
  const label = protocol.screening?.exclusionReasons.find(({ key }) => key === reason)?.label ?? null;
  return { label, words: reason === null ? null : wordsOfReason(reason) };
}
