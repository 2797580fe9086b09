import { personOf } from "~/platform/acting.server";
import { type AttachmentHolder, findHolder, requireMayAttach } from "~/platform/attachment-holders.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { countChange } from "~/platform/interview-changes.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A file that this person may change now, with its holder. */
export async function findChangeableAttachment(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  const row = await tx.attachment.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  const holder = await findHolder(tx, personOf(context, assessmentId), assessmentId, row.holderKind, { id: row.holderId });
  requireMayAttach(holder);
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return { row, holder };
}

/** Keeps what the row of a file holds now, and counts it as a change of the interview that it belongs to. */
export async function keepAttachment(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.attachment.findUniqueOrThrow({ where: { id } });
  const { assessmentId, version, holderKind, holderId, number, name, type, bytes, sha256, note, archivedAt } = row;
  const body = { holderKind, holderId, number, name, type, bytes, sha256, note, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "attachment", recordId: id, number: version, body, by, at });
  const interviewId = await interviewOf(tx, holderKind, holderId);
  if (interviewId !== null) await countChange(tx, interviewId);
}

/** The interview that a file is part of: its own, or that for which a consent was given. */
async function interviewOf(tx: Tx, holderKind: string, holderId: string): Promise<string | null> {
  if (holderKind === "interview") return holderId;
  if (holderKind !== "participant") return null;
  return (await tx.participant.findUniqueOrThrow({ where: { id: holderId }, select: { interviewId: true } })).interviewId;
}

/** What the trail calls a file, which tells nothing of what is in it: `I1/2`. */
export function attachmentLabel({ code }: AttachmentHolder, number: number): string {
  return `${code}/${number}`;
}

/** Whose data an event about a file holds: the interviewee's, where the file is about one. */
export function aboutOf({ about }: AttachmentHolder): { about?: string } {
  return about === null ? {} : { about };
}
