import type { BlockDocument } from "~/domain/text/document";
import { readBlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";
import type { PostedEdit } from "./act-on-edit.server";

/** Two versions of the words of a block: as each is sent again, and as each reads. */
export interface BlockConflict {
  label: string;
  hidden: Record<string, string>;
  theirs: { version: number; by: string; at: Date; doc: string; text: string };
  mine: { doc: string; text: string };
  base: { version: number; text: string };
}

/** What both wrote since they started. Refused where there is nothing to compare: a move, or a link that somebody else changed. */
export async function findConflict(db: Db, { form, section, assessment }: PostedEdit): Promise<BlockConflict> {
  if (form.intent !== "block" && form.intent !== "translate") throw refuse("conflict");
  const block = await db.block.findFirst({
    where: { id: form.id, assessmentId: assessment.id, archivedAt: null },
    include: { statement: { select: { code: true } } },
  });
  if (!block) throw refuse("not-found");
  const translation =
    form.intent === "translate"
      ? await db.translation.findFirst({ where: { kind: "block", recordId: form.id, field: "document", language: form.language } })
      : null;
  const now =
    form.intent === "translate"
      ? (translation ?? { version: 0, byId: block.byId, at: block.at, body: block.document })
      : { ...block, body: block.document };
  const [by, base] = await Promise.all([
    db.user.findUnique({ where: { id: now.byId }, select: { name: true } }),
    findStart(db, { kind: translation ? "translation" : "block", recordId: translation?.id ?? block.id, number: form.version }),
  ]);
  const read = readBlockText(form);
  const mine = read.ok ? read.doc : documentOf(now.body);
  return {
    label: block.statement?.code ?? section.code,
    hidden: { intent: form.intent, id: form.id, ...(form.intent === "translate" ? { language: form.language } : { act: "save" }) },
    theirs: { version: now.version, by: by?.name ?? "", at: now.at, doc: now.body, text: textOfDoc(documentOf(now.body)) },
    mine: { doc: JSON.stringify(mine), text: textOfDoc(mine) },
    base: { version: form.version, text: base ? textOfDoc(base) : "" },
  };
}

async function findStart(db: Db, where: { kind: string; recordId: string; number: number }): Promise<BlockDocument | null> {
  const row = await db.version.findUnique({ where: { kind_recordId_number: where }, select: { body: true } });
  const body = row === null ? null : (JSON.parse(row.body) as unknown);
  const stored =
    typeof body === "object" && body !== null ? ("document" in body ? body.document : "body" in body ? body.body : null) : null;
  return typeof stored === "string" ? documentOf(stored) : null;
}
