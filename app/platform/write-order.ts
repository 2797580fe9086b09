import type { EditionDocument } from "~/domain/document/model";
import type { House } from "./docx/house/house";

/** What writing one file needs, whatever its format. */
export interface WriteOrder {
  document: EditionDocument;
  /** SHA-256 over the frozen documents of the edition, as hex: printed on the pages and kept in the file. */
  hash: string;
  /** What the file says of its own origin: canonical JSON of its `Provenance`. */
  provenance: string;
  /** Canonical JSON of the manifest of the edition; the archive carries it. */
  manifest: string;
  /** The style that a ministry wants its documents in; only what is written for Word has it. */
  house?: House | undefined;
}

/** Writes a file from a document and from nothing else: the same order gives the same bytes. */
export type Writer = (order: WriteOrder) => Promise<Uint8Array> | Uint8Array;
