import { linesOfList } from "~/domain/document/lines-of-list";
import type { Block, DocumentSection, EditionDocument, Inline } from "~/domain/document/model";
import { lineText, type FrozenWords } from "~/domain/document/statement-text";
import { foldWords, searchTokens } from "~/domain/fold";
import { placesOf } from "~/domain/search/match";
import { readQuery } from "~/domain/search/query";
import { markPassage, type PassagePiece } from "~/domain/text/mark-passage";

/** A text of a document that can be found: the section that it stands in, its own place there if it has one, and its folded words. */
export interface Findable {
  section: DocumentSection;
  /** The code of a statement or of a piece of evidence. */
  code: string | null;
  place: string;
  text: string;
  language: string;
  words: readonly string[];
  stems: readonly string[];
}

/** A passage of a document in which everything stands that was looked for. */
export interface ReadingHit {
  code: string | null;
  place: string;
  passage: PassagePiece[];
  language: string;
}

/** What was found in a document, by section in its order; `more` = there is more than is shown. */
export interface ReadingHits {
  sections: { section: DocumentSection; hits: ReadingHit[] }[];
  more: boolean;
}

/** The most passages that a search shows. */
export const mostHits = 60;

/** Everything in a document that can be found, in its order, folded once for every search in it. A statement is found at its home alone. */
export function findablesOf(document: EditionDocument): Findable[] {
  const { words } = document;
  return document.sections.flatMap((section) => [
    findable(section, { code: null, place: section.anchor, text: section.heading, language: section.language }),
    ...section.blocks.flatMap((block) =>
      block.kind === "register" ? registered(section, document) : textsOf(block, section, words).map((each) => findable(section, each)),
    ),
  ]);
}

type Said = Pick<Findable, "code" | "place" | "text" | "language">;

function findable(section: DocumentSection, said: Said): Findable {
  const folded = (language: string) => foldWords(said.text, language).flatMap(searchTokens);
  return { section, ...said, words: folded("und"), stems: folded(said.language) };
}

function registered(section: DocumentSection, { register, words, language }: EditionDocument): Findable[] {
  return register.map((entry) => {
    const text = [lineText(entry.label, words), ...(entry.text ? [lineText(entry.text, words)] : [])].join(" · ");
    return findable(section, { code: entry.code, place: entry.anchor, text, language: entry.text ? entry.language : language });
  });
}

function textsOf(block: Block, section: DocumentSection, words: FrozenWords): Said[] {
  const { language } = block;
  const said = (lines: readonly (readonly Inline[])[], place = section.anchor, code: string | null = null): Said[] => {
    const text = lines
      .map((line) => lineText(line, words))
      .join(" ")
      .trim();
    return text === "" ? [] : [{ code, place, text, language }];
  };
  switch (block.kind) {
    case "statement":
      return block.repeats ? [] : said(block.paragraphs, block.anchor, block.code);
    case "list":
      return linesOfList(block.list).flatMap((line) => said([line]));
    case "table":
      return block.rows.flatMap((row) =>
        said(
          row.flatMap(({ lines }) => lines),
          block.anchor,
        ),
      );
    case "limitations":
      return block.items.flatMap((item) => said([item.content], item.anchor));
    case "picture":
      return [
        { code: null, place: block.anchor ?? section.anchor, text: `${block.picture.title} · ${block.picture.description}`, language },
      ];
    case "register":
      return [];
    default:
      return said([block.content]);
  }
}

/** The passages that hold everything that was typed and nothing that may not be there, in the order of the document; nothing typed finds nothing. */
export function searchDocument(findables: readonly Findable[], typed: string): ReadingHits {
  const languages = [...new Set(findables.map(({ language }) => language))];
  const query = readQuery(typed, languages);
  if (query.all.length === 0) return { sections: [], more: false };
  const found: Findable[] = [];
  for (const each of findables) {
    const holds = (term: (typeof query.all)[number]) => placesOf(each.words, term).length > 0 || placesOf(each.stems, term).length > 0;
    if (query.all.every(holds) && !query.none.some(holds)) found.push(each);
    if (found.length > mostHits) break;
  }
  const sections: ReadingHits["sections"] = [];
  for (const { section, code, place, text, language } of found.slice(0, mostHits)) {
    if (sections.at(-1)?.section !== section) sections.push({ section, hits: [] });
    sections.at(-1)?.hits.push({ code, place, language, passage: markPassage(text, query, language) });
  }
  return { sections, more: found.length > mostHits };
}
