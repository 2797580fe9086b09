import { requireNodeKind, nodeKey } from "~/domain/evidence/kinds";
import { withoutCitations } from "~/domain/sections/citations";
import { codesInPlain } from "~/domain/text/inline-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { readBlockText, readStatementText, type BlockText } from "~/domain/text/read-block-text";
import { citationsOf } from "~/domain/text/text-of-doc";
import type { Tx } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { refuse } from "~/platform/refusal.server";
import { checkBlockDocument, checkStatementDocument } from "~/platform/text-schema.server";

/** The links that a block has now, as far as its text can cite them. */
async function citableLinks(tx: Tx, assessmentId: string, blockId: string): Promise<{ linkId: string; code: string }[]> {
  const links = await tx.link.findMany({
    where: { fromBlockId: blockId, archivedAt: null },
    select: { id: true, toKind: true, toId: true },
  });
  const targets = links.map(({ id, toKind, toId }) => ({ linkId: id, node: { kind: requireNodeKind(toKind), id: toId } }));
  const codes = await listCodes(
    tx,
    assessmentId,
    targets.map(({ node }) => node),
  );
  return targets.flatMap(({ linkId, node }) => {
    const code = codes.get(nodeKey(node));
    return code === undefined ? [] : [{ linkId, code }];
  });
}

/**
 * The document that a form holds for a block, in normal form. Refuses what is no document (422, with the field's message); a citation
 * of something that the block has no link to is left out.
 */
export async function readText(
  tx: Tx,
  form: BlockText,
  of: { assessmentId: string; blockId: string; statement: boolean },
): Promise<BlockDocument> {
  const cites = form.doc ? form.doc.includes('"citation"') : codesInPlain(form.text ?? "").length > 0;
  const links = cites ? await citableLinks(tx, of.assessmentId, of.blockId) : [];
  const linkOf = (code: string) => links.find((link) => link.code === code)?.linkId;
  const read = of.statement ? readStatementText(form, linkOf) : readBlockText(form, linkOf);
  if (!read.ok) throw refuse("invalid", { field: "text", message: read.problem });
  const known = new Set(links.map(({ linkId }) => linkId));
  const unknown = citationsOf(read.doc).filter((id) => !known.has(id));
  const doc = unknown.length === 0 ? read.doc : withoutCitations(read.doc, new Set(unknown));
  return of.statement ? checkStatementDocument(doc) : checkBlockDocument(doc);
}
