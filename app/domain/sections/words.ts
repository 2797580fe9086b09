import type { BlockDocument } from "~/domain/text/document";
import { wordCount } from "~/domain/text/text-of-doc";

/** A block as far as its words are counted: what is repeated or shown from the records has none of its own. */
export interface CountedBlock {
  language: string;
  document: BlockDocument;
  translations: readonly { language: string; body: BlockDocument }[];
  repeats: string | null;
  data: unknown;
}

/** How many words a section has in a language. */
export interface WordsIn {
  language: string;
  words: number;
}

/** The words of a block in one language; 0 where it is not written in it. */
export function wordsOfBlock(block: CountedBlock, language: string): number {
  if (block.repeats !== null || block.data !== null) return 0;
  const doc = block.language === language ? block.document : block.translations.find((one) => one.language === language)?.body;
  return doc ? wordCount(doc, language) : 0;
}

/** The words of a section in each of some languages; one in which nothing is written is left out, unless it is the only one. */
export function wordsOfSection(blocks: readonly CountedBlock[], languages: readonly string[]): WordsIn[] {
  const counts = languages.map((language) => ({
    language,
    words: blocks.reduce((sum, block) => sum + wordsOfBlock(block, language), 0),
  }));
  return counts.filter(({ words }, at) => words > 0 || (at === 0 && counts.every((one) => one.words === 0)));
}

/** The languages, of some, in which every block that has words in its own language has words too. */
export function languagesWithAll(blocks: readonly CountedBlock[], languages: readonly string[]): string[] {
  const written = blocks.filter((block) => wordsOfBlock(block, block.language) > 0);
  return languages.filter((language) => written.every((block) => wordsOfBlock(block, language) > 0));
}
