import { statementCode } from "~/domain/evidence/codes";
import { statementKinds, statementLetters, type StatementKind } from "~/domain/evidence/kinds";
import type { DataReference } from "~/domain/sections/data-reference";
import { placedReferenceIfAny, type Showing } from "~/domain/sections/placeable";
import { sortKeyBetween } from "~/domain/sections/sort-key";
import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { findStudy } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { findAnswerable } from "~/platform/find-answerable.server";
import { findRepeatable } from "~/platform/find-repeatable.server";
import { findSectionToWrite, type FoundSection } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import { readText } from "~/platform/read-text.server";

/** A block to add: running text, a statement of a kind, a statement shown again, or a table or picture from the records. */
export interface AddBlock {
  assessmentId: string;
  sectionId: string;
  kind: "text" | "repeat" | "data" | StatementKind;
  /** The block after which it comes; null = first, left out = last. */
  afterId?: string | null;
  /** The language it is written in; a section that is written in one language only overrules it. */
  language: string;
  text?: BlockText;
  /** Of an answer: its question, and its part where the question is answered by part. */
  question?: string;
  part?: string;
  /** Of a repeat: the statement that is shown again. */
  repeats?: string;
  /** Of a data block: its name in the list of what can be placed, and whether its pictures stand alone. */
  data?: string;
  show?: Showing;
}

/** What was added: the block, and its number if it is a statement. */
export interface AddedBlock {
  id: string;
  statementId: string | null;
  code: string | null;
  version: number;
  changes: number;
}

export async function addBlock(context: ChangeContext, input: AddBlock): Promise<AddedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId, kind } = input;
    const section = await findSectionToWrite(tx, context, assessmentId, sectionId);
    const statementKind = statementKinds.find((each) => each === kind);
    const id = newId(context.at);
    const document = await readText(tx, input.text ?? { text: "" }, {
      assessmentId,
      blockId: id,
      statement: statementKind !== undefined,
      language: input.language,
    });
    const language = await languageOf(tx, section, input.language);
    const sort = await sortKeyAfter(tx, sectionId, input.afterId);
    const repeats = kind === "repeat" ? await findRepeatable(tx, assessmentId, sectionId, input.repeats) : null;
    const data = kind === "data" ? await findPlaceable(tx, input) : null;
    const written = { byId: context.by.id, at: context.at, createdAt: context.at, version: 1 };
    await tx.block.create({
      data: {
        id,
        assessmentId,
        sectionId,
        sort,
        kind: statementKind ? "statement" : kind,
        document: JSON.stringify(document),
        language,
        repeats: repeats?.id ?? null,
        data: data && JSON.stringify(data),
        ...written,
      },
    });
    const statement = statementKind ? await addStatement(tx, context, { ...input, kind: statementKind, blockId: id }) : null;
    await keepBlock(tx, context, id);
    const { changes, started } = await countChange(tx, context, section);
    const label = statement?.code ?? repeats?.code ?? section.code;
    const told = { section: section.code, kind, text: textOfDoc(document) };
    const event = { action: "block.add", subject: { type: "block", id, version: 1 }, label, change: told } as const;
    return {
      result: { id, statementId: statement?.id ?? null, code: statement?.code ?? null, version: 1, changes },
      event: [event, ...started],
    };
  });
}

async function languageOf(tx: Tx, section: FoundSection, wanted: string): Promise<string> {
  if (section.language !== null) return section.language;
  const { assessment } = await findStudy(tx, section.assessmentId);
  if (!assessment.languages.includes(wanted)) throw refuse("invalid", { field: "language", message: "unknown" });
  return wanted;
}

/** A sort key after a block of the section (at the end when left out); a block that is not there is refused. */
export async function sortKeyAfter(tx: Tx, sectionId: string, afterId: string | null | undefined, movingId?: string): Promise<string> {
  const blocks = await tx.block.findMany({
    where: { sectionId, archivedAt: null, ...(movingId !== undefined && { id: { not: movingId } }) },
    select: { id: true, sort: true },
  });
  blocks.sort((one, other) => (one.sort < other.sort ? -1 : 1));
  const at = afterId === undefined ? blocks.length - 1 : afterId === null ? -1 : blocks.findIndex(({ id }) => id === afterId);
  if (afterId != null && at === -1) throw refuse("not-found");
  return sortKeyBetween(blocks[at]?.sort ?? null, blocks[at + 1]?.sort ?? null);
}

/** What a data block is to show; refuses what is not in the list, and what the section shows by itself. */
async function findPlaceable(tx: Tx, { assessmentId, sectionId, data, show = "all" }: AddBlock): Promise<DataReference> {
  const { protocol } = await findStudy(tx, assessmentId);
  const reference = placedReferenceIfAny(protocol, data, show);
  if (!reference) throw refuse("invalid", { field: "data", message: "choose" });
  const placed = await tx.block.findMany({ where: { sectionId, archivedAt: null, data: { not: null } }, select: { data: true } });
  if (placed.some((one) => one.data === JSON.stringify(reference))) throw refuse("invalid", { field: "data", message: "placed-already" });
  return reference;
}

const unjudged = { confidence: null, confidenceReason: "", confidenceComponents: "", contradictionAnswer: "", addressedTo: "" };

/** Gives a block its statement. A question has one answer for good: one that was removed comes back under its code. */
async function addStatement(
  tx: Tx,
  context: ChangeContext,
  input: AddBlock & { kind: StatementKind; blockId: string },
): Promise<{ id: string; code: string }> {
  const { assessmentId, blockId, kind } = input;
  const of = kind === "answer" ? await findAnswerable(tx, input) : { question: null, part: null };
  const removed = kind === "answer" ? await tx.statement.findFirst({ where: { assessmentId, kind, ...of } }) : null;
  if (removed) return tx.statement.update({ where: { id: removed.id }, data: { blockId, ...unjudged }, select: { id: true, code: true } });
  const number = await nextNumber(tx, assessmentId, statementLetters[kind]);
  const code = statementCode(kind, { number, ...of });
  const id = newId(context.at);
  await tx.statement.create({ data: { id, assessmentId, blockId, kind, code, number, ...of, ...unjudged } });
  return { id, code };
}
