import { groupBy } from "~/domain/evidence/graph";
import type { ReturnedItemBody } from "~/domain/returned/item-body";
import type { Proposal } from "~/domain/returned/proposal";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { db, type Db, type Tx } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import { readStoredBytes, storeFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { requireMay } from "~/platform/acting.server";
import { refuse } from "~/platform/refusal.server";
import { proposeReturned, readReturned } from "~/platform/returned-work.server";
import { sha256 } from "~/platform/sha256.server";
import { checkBlockDocument, checkStatementDocument } from "~/platform/text-schema.server";
import { storeAndName } from "~/platform/unnamed-files.server";
import { UnreadableFile } from "~/platform/unreadable-file";
import { findEditionSent, type EditionSent } from "./find-edition-sent.server";
import { keepReturned, returnedSubject } from "./find-returned.server";
import { readEditionTexts } from "./read-edition-texts.server";
import { mostItems } from "./schema";

/** A returned file that is kept: its number, and whether it was brought in before. */
export interface Prepared {
  number: number;
  again: boolean;
}

/**
 * Reads a returned Word file and keeps what it holds to be looked at: nothing of it is taken over yet. A file that was brought in before isn't read again.
 * Refuses a file that can't be read, and one of another study or installation, with why (422).
 */
export async function prepareReturned(
  context: ChangeContext,
  assessmentId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<Prepared> {
  requireMay(context, assessmentId, "returned-file.take", "returned-file.read");
  const hash = sha256(file.bytes);
  const before = await findAgain(db, assessmentId, hash);
  if (before) return before;
  const read = await readProposals(assessmentId, file.bytes);
  return storeAndName(db, [hash], async () => {
    await storeFile(file.bytes);
    return keepRead(context, assessmentId, { ...read, name: file.name, hash });
  });
}

/** A returned file that was read: under which SHA-256 it is stored, of which edition it is and what it proposes. */
interface ReadFile {
  name: string;
  hash: string;
  edition: EditionSent;
  proposals: Proposal[];
}

function keepRead(context: ChangeContext, assessmentId: string, { name, hash, edition, proposals }: ReadFile): Promise<Prepared> {
  return change<Prepared>({ ...context, chain: assessmentId }, async (tx) => {
    requireMay(context, assessmentId, "returned-file.take", "returned-file.read");
    const meanwhile = await findAgain(tx, assessmentId, hash);
    if (meanwhile) return { result: meanwhile, event: "nothing changed" };
    const items = await placedNow(tx, assessmentId, proposals);
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "returned-file");
    const facts = { fileName: name, sha256: hash, itemCount: items.length, byId: context.by.id, at: context.at, version: 1 };
    await tx.returnedFile.create({ data: { id, assessmentId, number, editionId: edition.id, language: edition.language, ...facts } });
    await tx.returnedItem.createMany({
      data: items.map((item, at) => ({ ...rowOf(item), id: newId(context.at), assessmentId, fileId: id, number: at + 1 })),
    });
    await keepReturned(tx, context, id);
    const told = { edition: edition.number, draft: edition.draft, language: edition.language, items: items.length };
    const subject = returnedSubject(id, 1);
    return {
      result: { number, again: false },
      event: { action: "returned-file.prepare", subject, label: String(number), change: told },
    };
  });
}

async function findAgain(reader: Db, assessmentId: string, hash: string): Promise<Prepared | null> {
  const where = { assessmentId_sha256: { assessmentId, sha256: hash } };
  const row = await reader.returnedFile.findUnique({ where, select: { number: true } });
  return row && { number: row.number, again: true };
}

async function readProposals(assessmentId: string, bytes: Uint8Array): Promise<{ edition: EditionSent; proposals: Proposal[] }> {
  const returned = await readReturned(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? refuse("invalid", { field: "file", problem: problemOf(error.problem) }) : error;
  });
  const edition = await findEditionSent(db, assessmentId, returned.provenance);
  const [document, texts, sent] = await Promise.all([
    readEditionDocument(db, edition, edition.language),
    readEditionTexts(db, edition),
    readStoredBytes(edition.sha256),
  ]);
  const { provenance: _, ...annotated } = returned;
  const proposals = await proposeReturned({ bytes: sent, document, texts }, annotated);
  if (proposals.length > mostItems) throw refuse("invalid", { field: "file", problem: "returned-too-many" });
  return { edition, proposals };
}

const worded = new Set(["macros", "zipBomb", "zipEncrypted", "doctype", "no-origin", "origin-broken"]);

/** What is wrong with a file in words that help; the rest comes down to being no Word file. */
const problemOf = (problem: string) => `returned-${worded.has(problem) ? problem : "content"}`;

/** A proposal as the study stands now. */
interface PlacedNow {
  proposal: Proposal;
  sectionId: string | null;
  blockId: string | null;
}

/** Where each proposal belongs now: a text that was removed since leaves a remark, and one that says already what was proposed nothing. */
async function placedNow(tx: Tx, assessmentId: string, proposals: readonly Proposal[]): Promise<PlacedNow[]> {
  const sections = await tx.section.findMany({ where: { assessmentId, archivedAt: null }, select: { id: true, code: true } });
  const ids = [...new Set(proposals.flatMap(({ on }) => on?.blockId ?? []))];
  const blocks = groupBy(
    await tx.block.findMany({ where: { assessmentId, archivedAt: null, id: { in: ids } }, include: { statement: true } }),
    ({ id }) => id,
  );
  return proposals.flatMap((proposal): PlacedNow[] => {
    const section = sections.find(({ code }) => code === proposal.section)?.id ?? null;
    if (!proposal.on) {
      const isLost = proposal.kind === "comment" && section === null;
      return [{ proposal: isLost ? { ...proposal, kind: "remark", why: "gone" } : proposal, sectionId: section, blockId: null }];
    }
    const [block] = blocks.get(proposal.on.blockId) ?? [];
    const home = sections.find(({ id }) => id === block?.sectionId)?.id;
    if (!block || home === undefined)
      return [{ proposal: { ...proposal, kind: "remark", why: "gone" }, sectionId: section, blockId: null }];
    if (proposal.document && JSON.stringify(proposal.document) === block.document) return [];
    return [{ proposal: storable(proposal, block.statement !== null), sectionId: home, blockId: block.id }];
  });
}

/** A suggestion whose text can't be stored, such as one that is too long, is a remark. */
function storable(proposal: Proposal, isStatement: boolean): Proposal {
  const { document } = proposal;
  if (!document) return proposal;
  try {
    return { ...proposal, document: isStatement ? checkStatementDocument(document) : checkBlockDocument(document) };
  } catch {
    return { ...proposal, kind: "remark", why: "too-long", document: null }; // both checks throw on what a text may not hold
  }
}

function rowOf({ proposal, sectionId, blockId }: PlacedNow) {
  const { kind, how, why, author, at, text, quote, span, answers, resolved, before, after, document, on } = proposal;
  const body: ReturnedItemBody = {
    ...{ at, text, quote, span, resolved, before, after, document },
    answers: [...answers],
    language: on?.language ?? null,
    version: on?.version ?? null,
  };
  const open = { state: "open", settledAt: null, settledById: null };
  return { kind, sectionId, blockId, how, why, author, body: JSON.stringify(body), ...open };
}
