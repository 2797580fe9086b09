import { assembleDocument } from "~/domain/document/assemble-document";
import type { EditionContent } from "~/domain/document/content";
import type { EditionDocument } from "~/domain/document/model";
import { provenanceOf } from "~/domain/document/provenance";
import { canonical } from "~/domain/canonical";
import { documentWords } from "~/platform/document-words.server";
import type { WriteOrder } from "~/platform/write-order";

/** The hash that written test files carry. */
export const testHash = "ab12".repeat(16);

/** The order to write a document. */
export function orderOf(document: EditionDocument): WriteOrder {
  const provenance = canonical(provenanceOf(document, testHash));
  return { document, hash: testHash, provenance, manifest: canonical({ format: "grondslag-manifest/1", hash: testHash }) };
}

/** The order to write a content in a language. */
export const orderFor = (content: EditionContent, language = "nl"): WriteOrder =>
  orderOf(assembleDocument(content, language, documentWords(language)));
