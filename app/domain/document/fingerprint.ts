import type { EditionDocument } from "~/domain/document/model";

/** The first 16 hex digits of a digest in groups of four, for people to compare. */
export function fingerprint(digest: string): string {
  return digest.slice(0, 16).replaceAll(/(.{4})(?=.)/g, "$1 ");
}

/** Which edition and draft a document says it is. */
export function editionNamed({ titlePage, words }: EditionDocument): string {
  return titlePage.find(({ term }) => term === words["edition"])?.text ?? "";
}

/** Which edition a document is, with its fingerprint: what stands at the foot of every page. */
export function editionLine(document: EditionDocument, hash: string): string {
  return `${editionNamed(document)} · sha256 ${fingerprint(hash)}`;
}
