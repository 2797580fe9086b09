import type { HolderKind } from "~/domain/files/kinds";
import { personOf } from "~/platform/acting.server";
import { findHolder, requireMayAttach } from "~/platform/attachment-holders.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { newId } from "~/platform/ids.server";
import type { ReceivedFile } from "~/platform/upload-stream.server";
import { aboutOf, attachmentLabel, keepAttachment } from "./keep-attachment.server";

/** A file that was stored already, and what it belongs to. */
export interface AddAttachment {
  assessmentId: string;
  holderKind: HolderKind;
  holderId: string;
  file: Omit<ReceivedFile, "kind">;
  note: string;
}

/** Adds a stored file to an interview, a consent or a source. Who may not read the files that are there may not add one either. */
export async function addAttachment(context: ChangeContext, input: AddAttachment): Promise<{ id: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, holderKind, holderId, note } = input;
    const holder = await findHolder(tx, personOf(context, assessmentId), assessmentId, holderKind, { id: holderId });
    requireMayAttach(holder);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, `attachment ${holderId}`);
    const { name, type, bytes, sha256 } = input.file;
    const stored = { name, type, bytes, sha256, note, byId: context.by.id, at: context.at, version: 1 };
    await tx.attachment.create({ data: { ...stored, id, assessmentId, holderKind, holderId, number } });
    await keepAttachment(tx, context, id);
    const told = { holder: holderKind, type, bytes, sha256, ...(holderKind === "source" && { fileName: name }) };
    const subject = { type: "attachment", id, version: 1 } as const;
    const label = attachmentLabel(holder, number);
    return { result: { id }, event: { action: "attachment.add", subject, label, ...aboutOf(holder), change: told } };
  });
}
