import { compareStatementCodes } from "~/domain/evidence/codes";
import { groupBy } from "~/domain/evidence/graph";
import type { LocalText } from "~/domain/local-text";
import type { ReferenceKind } from "~/domain/text/limits";
import { numberSections, type NumberedSection, type PlacedSection } from "./numbering";

/** What a cross reference may lead to, as numbered now. */
export interface Referable {
  kind: ReferenceKind;
  id: string;
  /** How the plain syntax names it: `3.2`, `F12`, `3.2/1`. */
  name: string;
  /** The number of the section (null: it has none), with its heading. */
  number: string | null;
  annex: boolean;
  heading: LocalText;
  sectionCode: string;
  /** Of a statement. */
  code: string | null;
  /** Of a data block: the block of the document, and as which of how many of its section it stands. */
  block: string | null;
  place: number;
  count: number;
}

type SectionHere = PlacedSection & { heading: LocalText; data: { block: string } | null };
interface BlockHere {
  id: string;
  sectionId: string;
  sort: string;
  kind: string;
  data: { block: string } | null;
}
/** A study's document, as far as cross references go. */
export interface ReferableIn {
  sections: readonly SectionHere[];
  blocks: ReadonlyMap<string, BlockHere>;
  statements: ReadonlyMap<string, { id: string; code: string; sectionId: string }>;
}

/** Everything to which a text may refer: the sections in their order with their data blocks, then the statements by their codes. */
export function referables({ sections, blocks, statements }: ReferableIn): Referable[] {
  const numbered = numberSections(sections);
  const bySection = groupBy([...blocks.values()], ({ sectionId }) => sectionId);
  const homes = new Map(numbered.map((one) => [one.section.id, one]));
  const ofStatements = [...statements.values()].toSorted((one, other) => compareStatementCodes(one.code, other.code));
  const codes = new Set(ofStatements.map(({ code }) => code));
  return [
    ...numbered.flatMap((one) => [sectionOf(one, codes), ...tablesIn(one, bySection.get(one.section.id) ?? [])]),
    ...ofStatements.flatMap(({ id, code, sectionId }): Referable[] => {
      const home = homes.get(sectionId);
      return home ? [{ ...placeOf(home), kind: "statement", id, name: code, code }] : [];
    }),
  ];
}

/** One key for what a cross reference leads to. */
export function referenceKey({ kind, id }: { kind: ReferenceKind; id: string }): string {
  return `${kind} ${id}`;
}

function placeOf({ section, number, annex }: NumberedSection<SectionHere>) {
  return { number, annex, heading: section.heading, sectionCode: section.code, code: null, block: null, place: 0, count: 0 };
}

/** A section goes by its code, unless a statement does already. */
function sectionOf(one: NumberedSection<SectionHere>, taken: ReadonlySet<string>): Referable {
  const { id, code } = one.section;
  return { ...placeOf(one), kind: "section", id, name: taken.has(code) ? `section:${id}` : code };
}

/** The data blocks of a section in the order in which they are shown: its own stands before the first statement, unless a block gives it a place. */
function tablesIn(one: NumberedSection<SectionHere>, blocks: readonly BlockHere[]): Referable[] {
  const tables = dataPlaces(one.section, blocks);
  return tables.map(({ id, block }, at) => ({
    ...placeOf(one),
    kind: "table",
    id,
    name: `${one.section.code}/${at + 1}`,
    block,
    place: at + 1,
    count: tables.length,
  }));
}

function dataPlaces(section: SectionHere, blocks: readonly BlockHere[]): { id: string; block: string }[] {
  const sorted = blocks.toSorted((one, other) => (one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : one.id < other.id ? -1 : 1));
  const own = section.data && !sorted.some(({ data }) => data?.block === section.data?.block) ? section.data : null;
  const first = sorted.findIndex(({ kind }) => kind === "statement" || kind === "repeat");
  const before = first === -1 ? sorted : sorted.slice(0, first);
  const placed = (some: readonly BlockHere[]) => some.flatMap(({ id, data }) => (data ? [{ id, block: data.block }] : []));
  return [...placed(before), ...(own ? [{ id: section.id, block: own.block }] : []), ...placed(sorted.slice(before.length))];
}
