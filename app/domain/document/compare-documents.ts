import { contentsLine } from "~/domain/document/assemble-document";
import { compareTables, type TableChange } from "~/domain/document/compare-tables";
import { groupedBy } from "~/domain/document/grouped-by";
import { linesOfList } from "~/domain/document/lines-of-list";
import type { Block, DocumentSection, EditionDocument, StatementShown } from "~/domain/document/model";
import { homeStatements } from "~/domain/document/provenance";
import { groundText, lineText, plainWords, statementText, type FrozenWords } from "~/domain/document/statement-text";
import { pairEqual } from "~/domain/text/merge-align";

/** What is different of a statement between two editions. */
export const statementDifferences = ["new", "dropped", "moved", "reworded", "grounds", "confidence", "addressee"] as const;
/** What is different of a statement between two editions. */
export type StatementDifference = (typeof statementDifferences)[number];

/** Something that was one thing and is another; null where there was nothing. */
export interface Was<Value> {
  before: Value | null;
  after: Value | null;
}

/** A statement that is not the same in two editions. */
export interface StatementChange {
  code: string;
  /** Its place in the later document; null for one that was dropped. */
  anchor: string | null;
  language: string;
  what: StatementDifference[];
  section: Was<string>;
  text: Was<string>;
  /** Grounds as printed that went and that came. */
  groundsGone: string[];
  groundsCome: string[];
  confidence: Was<string>;
  addressedTo: Was<string>;
}

/** A section that came, went or has another heading, or whose running text differs, by paragraph. */
export interface SectionChange {
  code: string;
  anchor: string | null;
  heading: Was<string>;
  language: string;
  texts: Was<string>[];
}

/** Everything in which two documents of one language differ. */
export interface DocumentComparison {
  statements: StatementChange[];
  sections: SectionChange[];
  tables: TableChange[];
}

/** Compares two editions as their readers saw them, in the order of the later one; what was dropped stands last. */
export function compareDocuments(from: EditionDocument, to: EditionDocument): DocumentComparison {
  return { statements: compareStatements(from, to), sections: compareSections(from, to), tables: compareTables(from, to) };
}

interface Placed {
  statement: StatementShown;
  section: string;
  words: FrozenWords;
}

function placedIn(document: EditionDocument): Map<string, Placed> {
  const homes = new Set(homeStatements(document));
  return new Map(
    document.sections.flatMap((section) =>
      section.blocks.flatMap((block) =>
        block.kind === "statement" && homes.has(block)
          ? [[block.code, { statement: block, section: contentsLine(section), words: document.words }] as const]
          : [],
      ),
    ),
  );
}

function compareStatements(from: EditionDocument, to: EditionDocument): StatementChange[] {
  const [before, after] = [placedIn(from), placedIn(to)];
  const codes = [...after.keys(), ...[...before.keys()].filter((code) => !after.has(code))];
  return codes.map((code) => statementChange(code, before.get(code), after.get(code))).filter(({ what }) => what.length > 0);
}

function statementChange(code: string, before: Placed | undefined, after: Placed | undefined): StatementChange {
  const of = (value: (placed: Placed) => string | null) => was(before, after, value);
  const differences = {
    section: of((placed) => placed.section),
    text: of(({ statement, words }) => statementText(statement, words)),
    confidence: of(({ statement }) => statement.confidence ?? null),
    addressedTo: of(({ statement }) => statement.addressedTo ?? null),
  };
  const [old, now] = [groundsOf(before), groundsOf(after)];
  const groundsGone = old.filter((ground) => !now.includes(ground));
  const groundsCome = now.filter((ground) => !old.includes(ground));
  const shown = (after ?? before)?.statement;
  return {
    code,
    anchor: after?.statement.anchor ?? null,
    language: shown?.language ?? "",
    what: before ? (after ? whatDiffers(differences, groundsGone.length + groundsCome.length) : ["dropped"]) : ["new"],
    ...differences,
    groundsGone,
    groundsCome,
  };
}

function groundsOf(placed: Placed | undefined): string[] {
  return placed ? placed.statement.grounds.map((ground) => groundText(ground, placed.words)) : [];
}

type Differences = Pick<StatementChange, "section" | "text" | "confidence" | "addressedTo">;

function whatDiffers({ section, text, confidence, addressedTo }: Differences, grounds: number): StatementDifference[] {
  const differs = ({ before, after }: Was<string>) => before !== after;
  return [
    ...(differs(section) ? (["moved"] as const) : []),
    ...(differs(text) ? (["reworded"] as const) : []),
    ...(grounds > 0 ? (["grounds"] as const) : []),
    ...(differs(confidence) ? (["confidence"] as const) : []),
    ...(differs(addressedTo) ? (["addressee"] as const) : []),
  ];
}

function was<Value>(before: Placed | undefined, after: Placed | undefined, of: (placed: Placed) => Value | null): Was<Value> {
  return { before: before ? of(before) : null, after: after ? of(after) : null };
}

function compareSections(from: EditionDocument, to: EditionDocument): SectionChange[] {
  const before = new Map(from.sections.map((section) => [section.code, section]));
  const after = new Map(to.sections.map((section) => [section.code, section]));
  const codes = [...after.keys(), ...[...before.keys()].filter((code) => !after.has(code))];
  return codes
    .map((code) => sectionChange(code, before.get(code), after.get(code), { from: from.words, to: to.words }))
    .filter(({ heading, texts }) => heading.before !== heading.after || texts.length > 0);
}

function sectionChange(
  code: string,
  before: DocumentSection | undefined,
  after: DocumentSection | undefined,
  words: { from: FrozenWords; to: FrozenWords },
): SectionChange {
  return {
    code,
    anchor: after?.anchor ?? null,
    heading: { before: before?.heading ?? null, after: after?.heading ?? null },
    language: (after ?? before)?.language ?? "",
    texts: pairTexts(textsOf(before, words.from), textsOf(after, words.to)),
  };
}

/** The running text of a section, one entry for each paragraph, heading and item; statements, tables and figures are compared apart. */
function textsOf(section: DocumentSection | undefined, words: FrozenWords): string[] {
  return (section?.blocks ?? []).flatMap((block) => blockTexts(block, words)).filter((text) => text !== "");
}

function blockTexts(block: Block, words: FrozenWords): string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "notice":
      return [plainWords(lineText(block.content, words))];
    case "list":
      return linesOfList(block.list).map((line) => plainWords(lineText(line, words)));
    case "limitations":
      return block.items.map(({ number, content }) => `L${number} ${plainWords(lineText(content, words))}`);
    default:
      return [];
  }
}

/** Texts that stand in one list only: between two that are equal the first of one is taken for the first of the other, and so on. */
function pairTexts(before: readonly string[], after: readonly string[]): Was<string>[] {
  const pairing = pairEqual(before, after);
  const kept = new Set(pairing.filter((at) => at !== -1));
  const gone = groupedBy(
    before.flatMap((text, at) => (pairing[at] === -1 ? [{ text, gap: gapBefore(pairing, at) }] : [])),
    ({ gap }) => String(gap),
  );
  const come = groupedBy(
    after.flatMap((text, at) => (kept.has(at) ? [] : [{ text, gap: lastKept(kept, at) }])),
    ({ gap }) => String(gap),
  );
  const gaps = [...new Set([...gone.keys(), ...come.keys()])].toSorted((one, other) => Number(one) - Number(other));
  return gaps.flatMap((gap) => {
    const [old, now] = [gone.get(gap) ?? [], come.get(gap) ?? []];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => ({
      before: old[at]?.text ?? null,
      after: now[at]?.text ?? null,
    }));
  });
}

/** The place in the later list of the last pair before an entry of the earlier one; -1 before all of them. */
function gapBefore(pairing: readonly number[], at: number): number {
  return pairing.slice(0, at).findLast((partner) => partner !== -1) ?? -1;
}

/** The last place before an entry of the later list that has a partner; -1 before all of them. */
function lastKept(kept: ReadonlySet<number>, at: number): number {
  for (let back = at - 1; back >= 0; back -= 1) if (kept.has(back)) return back;
  return -1;
}
