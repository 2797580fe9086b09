import { requireNodeKind, nodeKey } from "~/domain/evidence/kinds";
import { withoutCitations } from "~/domain/sections/citations";
import { codesInPlain, figureKeysInPlain, type NamedInPlain } from "~/domain/text/inline-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { readBlockText, readStatementText, type BlockText } from "~/domain/text/read-block-text";
import { citationsOf } from "~/domain/text/text-of-doc";
import { figureText } from "~/domain/figures/value";
import { findStudy } from "./acting.server";
import type { Db } from "./db.server";
import { readFigureValues } from "./figures.server";
import { readReferables } from "./referables.server";
import { listCodes } from "./evidence-codes.server";
import { refuse } from "./refusal.server";
import { checkBlockDocument, checkStatementDocument } from "./text-schema.server";

/** The links that a block has now, as far as its text can cite them. */
export function citableLinks(tx: Db, assessmentId: string, blockId: string): Promise<{ linkId: string; code: string }[]> {
  return codedLinks(tx, assessmentId, { fromBlockId: blockId, archivedAt: null });
}

/** All links that a block has or had, for the citations in an earlier text of it. */
export function linksEverOf(tx: Db, assessmentId: string, blockId: string): Promise<{ linkId: string; code: string }[]> {
  return codedLinks(tx, assessmentId, { fromBlockId: blockId });
}

async function codedLinks(tx: Db, assessmentId: string, where: { fromBlockId: string; archivedAt?: null }) {
  const links = await tx.link.findMany({ where, select: { id: true, toKind: true, toId: true } });
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

/** What the names in a plain text stand for: cross references, and the figures that it doesn't say the value of. Nothing is read for a text without. */
async function namedInPlain(
  tx: Db,
  text: string,
  { assessmentId, blockId, language }: { assessmentId: string; blockId: string; language?: string },
): Promise<NamedInPlain> {
  const keys = figureKeysInPlain(text);
  const targets = text.includes("[[#") ? new Map((await readReferables(tx, assessmentId)).map((one) => [one.name, one])) : null;
  const values = keys.length > 0 ? await readFigureValues(tx, await findStudy(tx, assessmentId), new Set(keys)) : null;
  const written = values && (language ?? (await tx.block.findUnique({ where: { id: blockId }, select: { language: true } }))?.language);
  return {
    referenceOf: (name) => {
      const target = targets?.get(name);
      return target && { kind: target.kind, id: target.id };
    },
    figureOf: (key) => {
      const value = values?.get(key);
      return value && written ? figureText(value, written) : undefined;
    },
  };
}

/**
 * The document that a form holds for a block, in normal form. Refuses what is no document (422, with the field's message); a citation
 * of something that the block has no link to is left out.
 */
export async function readText(
  tx: Db,
  form: BlockText,
  of: { assessmentId: string; blockId: string; statement: boolean; language?: string },
): Promise<BlockDocument> {
  const cites = form.doc ? form.doc.includes('"citation"') : codesInPlain(form.text ?? "").length > 0;
  const links = cites ? await citableLinks(tx, of.assessmentId, of.blockId) : [];
  const linkOf = (code: string) => links.find((link) => link.code === code)?.linkId;
  const named = form.doc ? {} : await namedInPlain(tx, form.text ?? "", of);
  const read = of.statement ? readStatementText(form, linkOf, named) : readBlockText(form, linkOf, named);
  if (!read.ok) throw refuse("invalid", { field: "text", message: read.problem });
  const known = new Set(links.map(({ linkId }) => linkId));
  const unknown = citationsOf(read.doc).filter((id) => !known.has(id));
  const doc = unknown.length === 0 ? read.doc : withoutCitations(read.doc, new Set(unknown));
  return of.statement ? checkStatementDocument(doc) : checkBlockDocument(doc);
}
