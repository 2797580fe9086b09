import { carryMapping, proposeMapping } from "~/domain/house-style/propose-mapping";
import { StyleMapping } from "~/domain/house-style/slots";
import type { TemplateFacts } from "~/domain/house-style/template";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import type { StoredFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { keepHouseStyle } from "./keep-house-style.server";

/** A template that was looked into and stored. */
export interface UploadHouseStyle {
  assessmentId: string;
  fileName: string;
  file: StoredFile;
  facts: TemplateFacts;
}

/** Takes a template as the house style of a study, in place of the one before: what was chosen there stays where the new one has the style too. The same file again changes nothing. */
export async function uploadHouseStyle(context: ChangeContext, input: UploadHouseStyle): Promise<void> {
  const { assessmentId, fileName, file, facts } = input;
  requireMay(context, assessmentId, "house-style.manage", "house-style.read");
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const before = await tx.houseStyle.findFirst({ where: { assessmentId, archivedAt: null }, orderBy: { number: "desc" } });
    if (before?.sha256 === file.sha256 && before.fileName === fileName) return { result: undefined, event: "nothing changed" };
    const mapping = before ? carryMapping(StyleMapping.parse(JSON.parse(before.mapping)), facts) : proposeMapping(facts);
    if (before) await archive(tx, context, before);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "house-style");
    const read = { facts: JSON.stringify(facts), mapping: JSON.stringify(mapping) };
    const row = { id, assessmentId, number, fileName, ...file, ...read, byId: context.by.id, at: context.at, version: 1 };
    await tx.houseStyle.create({ data: row });
    await keepHouseStyle(tx, context, id);
    const subject = { type: "house-style", id, version: 1 } as const;
    const told = { fileName: { before: before?.fileName ?? null, after: fileName }, bytes: file.bytes, sha256: file.sha256 };
    return { result: undefined, event: { action: "house-style.upload", subject, label: fileName, change: told } };
  });
}

async function archive(tx: Tx, context: ChangeContext, { id, version }: { id: string; version: number }): Promise<void> {
  await tx.houseStyle.update({ where: { id }, data: { archivedAt: context.at, version: version + 1 } });
  await keepHouseStyle(tx, context, id);
}
