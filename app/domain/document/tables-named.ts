import type { BlockContent, EditionContent, SectionContent } from "~/domain/document/content";
import { anchorOf } from "~/domain/document/anchor";
import { referencesOf } from "~/domain/text/text-of-doc";

/** A data block that a cross reference may lead to: where it stands, as which of how many of its section, and the name of its place. */
export interface NamedTable {
  section: SectionContent;
  place: number;
  count: number;
  anchor: string;
}

/** The data blocks of a document to which one of its texts refers, by id; the others need no place of their own. */
export function namedTables(content: Pick<EditionContent, "sections" | "statements">): Map<string, NamedTable> {
  const wanted = new Set(
    textsOf(content)
      .flatMap(referencesOf)
      .flatMap(({ kind, id }) => (kind === "table" ? [id] : [])),
  );
  return new Map(content.sections.flatMap((section) => tablesOf(section).filter(([id]) => wanted.has(id))));
}

function tablesOf(section: SectionContent): [string, NamedTable][] {
  const ids = section.blocks.flatMap((block) => (canBeNamed(block) ? [block.id] : []));
  return ids.map((id, at) => [id, { section, place: at + 1, count: ids.length, anchor: anchorOf("table", `${section.code}_${at + 1}`) }]);
}

function canBeNamed(block: BlockContent): block is Extract<BlockContent, { kind: "data" }> & { id: string } {
  return block.kind === "data" && block.id !== undefined;
}

/** Every text of a study that a person wrote into its document, in each of its languages. */
export function textsOf({ sections, statements }: Pick<EditionContent, "sections" | "statements">) {
  const passages = [
    ...sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []))),
    ...statements.map(({ text }) => text),
  ];
  return passages.flatMap(({ body, translations }) => [body, ...translations.map((each) => each.body)]);
}
