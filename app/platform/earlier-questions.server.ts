import { earlierItems, type EarlierItem } from "~/domain/interviews/earlier-items";
import { claimsOf } from "~/domain/protocol/succession";
import type { Protocol } from "~/domain/protocol/schema";
import { protocolVersion } from "./assessment.server";
import type { Db } from "./db.server";

/** What earlier versions of the guide asked and others stand in the place of now. No query where nothing was replaced; versions are kept in memory. */
export async function listEarlierItems(db: Db, assessmentId: string, protocol: Protocol): Promise<EarlierItem[]> {
  return claimsOf(protocol, "guide-question").length === 0 ? [] : earlierItems(protocol, await versionsOf(db, assessmentId));
}

/** All versions of a protocol, oldest first. */
async function versionsOf(db: Db, assessmentId: string): Promise<Protocol[]> {
  const rows = await db.protocolVersion.findMany({ where: { assessmentId }, select: { number: true }, orderBy: { number: "asc" } });
  return Promise.all(rows.map(({ number }) => protocolVersion(assessmentId, number)));
}
