import type { AuditEvent } from "~/domain/audit";
import { placeOfChoice, placesOf } from "~/domain/remarks/places";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { findMovableCommentRound } from "~/platform/comment-rounds.server";
import type { Tx } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import { refuse } from "~/platform/refusal.server";
import { keepRemark, unanswered } from "./keep-remark.server";

/** A remark as it is written. `version` 0 makes it under the id that its form was given; `about` is a choice of the form. */
export interface SaveRemark {
  assessmentId: string;
  editionId: string;
  id: string;
  version: number;
  about: string;
  passage: string;
  text: string;
  language: string;
}

/** Keeps a reader's own draft of a remark, which nobody else is shown before it is sent. Refuses it once the round is closed. */
export async function saveRemark(context: ChangeContext, input: SaveRemark): Promise<{ version: number; code: string }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, editionId, id, version } = input;
    requireMay(context, assessmentId, "remark.write", "edition.list");
    const round = await findMovableCommentRound(tx, assessmentId, editionId, "remark");
    const place = placeOfChoice(input.about, placesOf(await readEditionDocument(tx, { id: editionId, hash: round.hash }, input.language)));
    if (!place) throw refuse("invalid", { field: "about", problem: "unknown" });
    if (input.text.trim() === "") throw refuse("invalid", { field: "text", problem: "required" });
    const written = { ...place, passage: input.passage.trim(), text: input.text, language: input.language };
    const before = await tx.remark.findUnique({ where: { id } });
    if (!before && version === 0) return create(tx, context, input, round.editionNumber, written);
    if (!before || before.byId !== context.by.id || before.editionId !== editionId || before.withdrawnAt) throw refuse("not-found");
    if (before.sentAt) throw refuse("wrong-state", { state: "sent" });
    const { code } = before;
    const fields = ["sectionCode", "statementCode", "passage", "text"] as const;
    if (before.version === version && fields.every((field) => before[field] === written[field]))
      return { result: { version, code }, event: "nothing changed" };
    const { count } = await tx.remark.updateMany({ where: { id, version }, data: { ...written, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepRemark(tx, context, id);
    return { result: { version: version + 1, code }, event: drafted(id, version + 1, code, round.editionNumber) };
  });
}

interface Written {
  sectionCode: string | null;
  statementCode: string | null;
  passage: string;
  text: string;
  language: string;
}

async function create(tx: Tx, context: ChangeContext, { assessmentId, editionId, id }: SaveRemark, edition: number, written: Written) {
  const number = await nextNumber(tx, assessmentId, "remark");
  const code = `M${number}`;
  const by = { byId: context.by.id, at: context.at };
  await tx.remark.create({ data: { id, assessmentId, editionId, number, code, ...written, ...by, ...unanswered, version: 1 } });
  await keepRemark(tx, context, id);
  return { result: { version: 1, code }, event: drafted(id, 1, code, edition) };
}

const drafted = (id: string, version: number, code: string, edition: number): AuditEvent => ({
  action: "remark.draft",
  subject: { type: "remark", id, version },
  label: code,
  change: { edition },
});
