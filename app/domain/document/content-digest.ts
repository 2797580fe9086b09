import canonicalize from "canonicalize";
import type { EditionContent } from "./content";
import type { StyleMapping } from "~/domain/house-style/slots";
import type { FileFormat } from "./file-formats";

/** What makes documents of the same content differ: their languages and formats, the house style, and the program that wrote them. */
export interface MadeWith {
  languages: readonly string[];
  formats: readonly FileFormat[];
  program: string;
  /** The template by its hash, and which of its styles stand for ours; none for the plain style. */
  houseStyle?: { sha256: string; mapping: StyleMapping } | undefined;
}

/** The digest of all that an edition is made from, without its number, its draft and the day: equal where compiling again would say nothing new. */
export function contentDigest(content: EditionContent, made: MadeWith, sha256: (text: string) => string): string {
  const { number, draft, compiledOn, ...said } = content;
  return sha256(canonicalize({ content: said, ...made }) ?? "");
}
