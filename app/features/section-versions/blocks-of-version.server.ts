import { nodeKey, requireNodeKind } from "~/domain/evidence/kinds";
import { textIn, type LocalText } from "~/domain/local-text";
import type { DataBlock } from "~/domain/protocol/outline";
import type { Protocol } from "~/domain/protocol/schema";
import { dataReferenceIfAny } from "~/domain/sections/data-reference";
import { narrowedName } from "~/domain/sections/placeable";
import { weighedWords } from "~/domain/sections/weighed-words";
import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { codesOfStatements, readSectionAt, type BlockAt, type SectionAt } from "~/platform/section-versions.server";

/** A text of a block in one language, in a version. */
interface TextAt {
  language: string;
  document: BlockDocument;
  text: string;
}

/** What a version says of one block: its texts or what it shows, its evidence with kind and note, its confidence, and what it says of itself. */
export interface BlockOf {
  id: string;
  /** The code of the statement, also of one that is shown again; "" for the rest. */
  code: string;
  isRepeat: boolean;
  /** What it shows from the records, and what that is narrowed to; null for all else. */
  shows: { block: DataBlock; narrowed: string; pictures: boolean } | null;
  texts: TextAt[];
  links: { id: string; code: string; kind: string; note: string }[];
  confidence: string;
  confidenceReason: string;
  components: string;
  contradictionAnswer: string;
  addressee: string;
}

interface Beside {
  at: SectionAt;
  protocol: Protocol;
  reading: ReturnType<typeof readingOf>;
  /** Codes of evidence by its key, of repeated statements by their ids. */
  codes: ReadonlyMap<string, string>;
}

/** The blocks of a section as they were after one of its changes, in their order. */
export async function readBlocks(db: Db, user: Viewer, assessment: AssessmentRow, sectionId: string, number: number): Promise<BlockOf[]> {
  const [at, protocol] = await Promise.all([readSectionAt(db, sectionId, number), protocolOf(assessment)]);
  const [evidence, repeated] = await Promise.all([
    listCodes(
      db,
      assessment.id,
      at.links.map(({ toKind, toId }) => ({ kind: requireNodeKind(toKind), id: toId })),
    ),
    codesOfStatements(
      db,
      at.blocks.flatMap(({ repeats }) => repeats ?? []),
    ),
  ]);
  const beside = { at, protocol, reading: readingOf(user.language, assessment), codes: new Map([...evidence, ...repeated]) };
  return at.blocks.map((block) => blockOf(block, beside));
}

function blockOf(block: BlockAt, beside: Beside): BlockOf {
  const { statement, repeats } = block;
  const { protocol, reading, codes } = beside;
  const words = weighedWords(protocol, reading);
  const data = dataReferenceIfAny(block.data);
  return {
    id: block.id,
    code: repeats === null ? (statement?.code ?? "") : (codes.get(repeats) ?? ""),
    isRepeat: repeats !== null,
    shows: data && { block: data.block, narrowed: narrowedName(protocol, data, reading), pictures: data.show === "pictures" },
    texts: data || repeats !== null ? [] : textsOf(block, beside.at),
    links: linksOf(block, beside),
    confidence: words.level(statement?.confidence ?? null),
    confidenceReason: statement?.confidenceReason ?? "",
    components: words.components(statement?.confidenceComponents ?? ""),
    contradictionAnswer: statement?.contradictionAnswer ?? "",
    addressee: statement?.addressedTo ? textIn(JSON.parse(statement.addressedTo) as LocalText, reading.language, reading.fallback) : "",
  };
}

function linksOf({ id: blockId }: BlockAt, { at, codes }: Beside): BlockOf["links"] {
  return at.links
    .filter(({ fromBlockId }) => fromBlockId === blockId)
    .map(({ id, toKind, toId, kind, note }) => {
      const code = codes.get(nodeKey({ kind: requireNodeKind(toKind), id: toId })) ?? "?";
      return { id, code, kind, note };
    });
}

function textsOf(block: BlockAt, { translations }: SectionAt): TextAt[] {
  const stored = [
    { language: block.language, body: block.document },
    ...translations.filter(({ recordId }) => recordId === block.id).toSorted((one, other) => (one.language < other.language ? -1 : 1)),
  ];
  return stored.map(({ language, body }) => {
    const document = documentOf(body);
    return { language, document, text: textOfDoc(document) };
  });
}
