import { blockTargets, placesOfBlock, registerTargets } from "~/domain/document/check-references";
import type { Block, DocumentSection, EditionDocument, GroundShown, RegisterEntry, StatementShown } from "~/domain/document/model";

/** A line of the list of contents of the reading room. */
export interface ContentsEntry {
  code: string;
  number: string | null;
  heading: string;
  language: string;
  level: number;
}

/** What a ground in the drawer leads to: a statement with its own grounds, or an entry of the register. */
export type GroundBelow =
  | { kind: "statement"; ground: GroundShown; statement: StatementShown; below: GroundBelow[] }
  | { kind: "evidence"; ground: GroundShown; entry: RegisterEntry; below: GroundBelow[] };

/** Who signed off the section of a statement, and when; null in an edition that does not say so. */
export type SignedBy = DocumentSection["signedBy"] | null;

/** A page of the reading room: a chapter's own text, or a section with everything below it. */
export interface ReadingPage {
  chapter: ContentsEntry | null;
  sections: DocumentSection[];
  /** Parts of a chapter, to go on to. */
  parts: ContentsEntry[];
  previous: ContentsEntry | null;
  next: ContentsEntry | null;
  contents: ContentsEntry[];
  /** What each statement of the page stands on, by the place of the statement. */
  grounds: { statement: StatementShown; signedBy: SignedBy; below: GroundBelow[] }[];
  /** In which page each place that the page leads to is. */
  pageOfPlace: Record<string, string>;
}

/** The level of the outline that makes a page of its own; what lies deeper is shown with it. */
const pageLevel = 2;
/** How far the drawer goes down; what lies deeper is opened at the statement itself. */
const drawerDepth = 3;

/** The page on which a section stands: its own code, or that of the section above it that makes a page; null for a code that isn't there. */
export function pageCodeIfAny(document: EditionDocument, code: string): string | null {
  const at = document.sections.findIndex((section) => section.code === code);
  for (let back = at; back >= 0; back -= 1) {
    const section = document.sections[back];
    if (section && section.level <= pageLevel) return section.code;
  }
  return null;
}

/** A page of the reading room, complete; null when no page has that code. */
export function readingPageIfAny(document: EditionDocument, code: string): ReadingPage | null {
  const at = document.sections.findIndex((section) => section.code === code && section.level <= pageLevel);
  const first = document.sections[at];
  if (!first) return null;
  const after = document.sections.slice(at + 1);
  const end = after.findIndex((section) => section.level <= pageLevel);
  const sections = [first, ...after.slice(0, end === -1 ? after.length : end)];
  const pages = document.sections.filter((section) => section.level <= pageLevel);
  const place = pages.indexOf(first);
  const grounds = groundsOfPage(document, sections);
  return {
    chapter: first.level > 1 ? entryOrNull(pages.slice(0, place).findLast((page) => page.level === 1)) : null,
    sections,
    parts: first.level === 1 ? partsOf(pages, place).map(entryOf) : [],
    previous: entryOrNull(pages[place - 1]),
    next: entryOrNull(pages[place + 1]),
    contents: pages.map(entryOf),
    grounds,
    pageOfPlace: placesLedTo(document, sections, grounds),
  };
}

/** The line of the list of contents for a page; null when no page has that code. */
export function contentsEntryIfAny(document: EditionDocument, code: string): ContentsEntry | null {
  return entryOrNull(document.sections.find((section) => section.code === code && section.level <= pageLevel));
}

function partsOf(pages: readonly DocumentSection[], chapter: number): DocumentSection[] {
  const after = pages.slice(chapter + 1);
  const end = after.findIndex((page) => page.level === 1);
  return after.slice(0, end === -1 ? after.length : end);
}

function entryOf({ code, number, heading, language, level }: DocumentSection): ContentsEntry {
  return { code, number, heading, language, level };
}

function entryOrNull(section: DocumentSection | undefined): ContentsEntry | null {
  return section ? entryOf(section) : null;
}

/** Every statement of a document at its home, by its place. */
function statementsOf(document: EditionDocument): Map<string, StatementShown> {
  const all = document.sections.flatMap((section) =>
    section.blocks.filter((block): block is StatementShown => block.kind === "statement" && !block.repeats),
  );
  return new Map(all.map((statement) => [statement.anchor, statement]));
}

function groundsOfPage(document: EditionDocument, sections: readonly DocumentSection[]): ReadingPage["grounds"] {
  const statements = statementsOf(document);
  const register = new Map(document.register.map((entry) => [entry.anchor, entry]));
  const below = (grounds: readonly GroundShown[], depth: number): GroundBelow[] =>
    depth === 0
      ? []
      : grounds.flatMap((ground): GroundBelow[] => {
          const statement = ground.kind === "statement" ? statements.get(ground.to) : undefined;
          if (statement) return [{ kind: "statement", ground, statement, below: below(statement.grounds, depth - 1) }];
          const entry = register.get(ground.to);
          return entry ? [{ kind: "evidence", ground, entry, below: below(entry.grounds, depth - 1) }] : [];
        });
  const shown = sections.flatMap((section) => section.blocks.filter((block): block is StatementShown => block.kind === "statement"));
  const distinct = [...new Map(shown.map((statement) => [statement.anchor, statement])).values()];
  const signed = signedByPlace(document);
  return distinct.map((statement) => ({
    statement,
    signedBy: signed.get(statement.anchor) ?? null,
    below: below(statement.grounds, drawerDepth),
  }));
}

/** Who signed off each statement, at its home. */
function signedByPlace({ sections }: EditionDocument): Map<string, SignedBy> {
  const signed = sections.flatMap(({ signedBy, blocks }) =>
    blocks.flatMap((block): [string, SignedBy][] =>
      block.kind === "statement" && !block.repeats && signedBy ? [[block.anchor, signedBy]] : [],
    ),
  );
  return new Map(signed);
}

/** The page on which each place of a document stands, in the order of the document. */
export function pagesOfPlaces(document: EditionDocument): Map<string, string> {
  return new Map(
    document.sections.flatMap(({ code, anchor, blocks }) => {
      const page = pageCodeIfAny(document, code) ?? code;
      return [anchor, ...blocks.flatMap((block) => placesIn(block, document))].map((place) => [place, page] as const);
    }),
  );
}

/** The page on which each statement of a document stands, by its place. */
export function pagesOfStatements(document: EditionDocument): Map<string, string> {
  const statements = document.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "statement");
  return pagesOfSome(document, new Set(statements.map(({ anchor }) => anchor)));
}

function pagesOfSome(document: EditionDocument, wanted: ReadonlySet<string>): Map<string, string> {
  return new Map([...pagesOfPlaces(document)].filter(([place]) => wanted.has(place)));
}

/** The page of every place in the document, for those places that this page can lead to. */
function placesLedTo(
  document: EditionDocument,
  sections: readonly DocumentSection[],
  grounds: ReadingPage["grounds"],
): Record<string, string> {
  const shown = sections.flatMap((section) => section.blocks);
  const wanted = new Set([
    ...shown.flatMap(blockTargets),
    ...grounds.flatMap(({ statement, below }) => [statement.anchor, ...below.flatMap(groundTargets)]),
  ]);
  if (shown.some((block) => block.kind === "register")) for (const place of registerTargets(document.register)) wanted.add(place);
  return Object.fromEntries(pagesOfSome(document, wanted));
}

function groundTargets({ ground, below }: GroundBelow): string[] {
  return [ground.to, ...below.flatMap(groundTargets)];
}

function placesIn(block: Block, document: EditionDocument): string[] {
  return block.kind === "register" ? document.register.map((entry) => entry.anchor) : placesOfBlock(block);
}
