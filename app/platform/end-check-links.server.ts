import type { AuditEvent } from "~/domain/audit";
import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepLink, labelOfLink } from "./keep-check-link.server";

/** Takes back every link to check a record that a participant has: an event for each. */
export async function endCheckLinks(tx: Tx, context: ChangeContext, participantId: string): Promise<AuditEvent[]> {
  const where = { participantId, revokedAt: null };
  const links = await tx.factCheckLink.findMany({ where, select: { id: true, version: true }, orderBy: { createdAt: "asc" } });
  const events: AuditEvent[] = [];
  for (const { id, version: before } of links) {
    const version = before + 1;
    await tx.factCheckLink.update({ where: { id }, data: { revokedAt: context.at, version } });
    await keepLink(tx, context, id);
    const subject = { type: "fact-check", id, version } as const;
    events.push({ action: "fact-check.revoke-link", subject, ...(await labelOfLink(tx, { participantId })), change: {} });
  }
  return events;
}
