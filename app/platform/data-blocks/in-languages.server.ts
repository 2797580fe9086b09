import type { DataWords } from "~/domain/evidence/data-table";
import { pictureWords, type PictureWords } from "~/domain/pictures/words";
import type { Protocol } from "~/domain/protocol/schema";
import { documentWords } from "../document-words.server";

/** Words that are put together, in each language of the study; nothing where they are empty. */
export function inLanguages({ languages }: Pick<Protocol, "languages">, make: (words: PictureWords) => string): DataWords | null {
  const made = languages.map((language) => [language, make(pictureWords(documentWords(language), language, languages))] as const);
  return made.every(([, text]) => text === "") ? null : { text: Object.fromEntries(made) };
}
