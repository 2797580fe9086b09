import type { BlockDocument } from "~/domain/text/document";

/** A text of a block in a language as an edition has it. */
export interface WrittenBody {
  language: string;
  /** The version of the block, or of its translation. */
  version: number;
  /** Whether it is the block's own language; else it is a translation. */
  original: boolean;
  document: BlockDocument;
}

/** A block that somebody wrote, as an edition has it, with its translations. */
export interface WrittenText {
  blockId: string;
  /** The code of its statement; null of running text. */
  code: string | null;
  /** The code of its section. */
  section: string;
  bodies: readonly WrittenBody[];
}
