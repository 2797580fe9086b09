import { EditionBlocks, type EditionDocument } from "~/domain/document/model";
import type { Db } from "./db.server";

const kept = new Map<string, EditionDocument[]>();
const keepAtMost = 4;

/** The document of an edition in the language wanted, else in its first. What is frozen never changes, so the newest read are kept. */
export async function readEditionDocument(db: Db, edition: { id: string; hash: string }, language: string): Promise<EditionDocument> {
  const documents = kept.get(edition.hash) ?? (await readBlocks(db, edition.id));
  kept.delete(edition.hash);
  kept.set(edition.hash, documents);
  for (const oldest of kept.keys()) if (kept.size > keepAtMost) kept.delete(oldest);
  const [first] = documents;
  if (!first) throw new Error("An edition without a document.");
  return documents.find((document) => document.language === language) ?? first;
}

async function readBlocks(db: Db, id: string): Promise<EditionDocument[]> {
  const { blocks } = await db.edition.findUniqueOrThrow({ where: { id }, select: { blocks: true } });
  return EditionBlocks.parse(JSON.parse(blocks)).documents;
}
