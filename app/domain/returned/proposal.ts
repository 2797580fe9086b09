import type { Span } from "~/domain/comments/anchor";
import type { BlockDocument } from "~/domain/text/document";
import type { FileRemark } from "./annotated-file";

/** What comes out of a returned file: a comment, another wording of a text, or a remark that nothing can be found for. */
export const proposalKinds = ["comment", "suggestion", "remark"] as const;
/** What comes out of a returned file. */
export type ProposalKind = (typeof proposalKinds)[number];

/**
 * Why something is kept as a remark, or is no suggestion: in a part that the tool makes; a new paragraph; on words that aren't found; without a place in the
 * file; too long; of a text that was removed since; a text that the file no longer has; of a translation or of a
 * footnote, for which nothing can be suggested; where a statement is shown again or below it.
 */
export const proposalReasons = [
  "made",
  "added",
  "not-found",
  "nowhere",
  "too-long",
  "gone",
  "removed",
  "translation",
  "note",
  "beside",
] as const;
/** Why something is kept as a remark, or is no suggestion. */
export type ProposalReason = (typeof proposalReasons)[number];

/** A text that something is about, at the version that the edition has. */
export interface ProposedOn {
  blockId: string;
  language: string;
  version: number;
}

/** One thing that somebody outside said or wrote in a returned file, and where it belongs. */
export interface Proposal {
  kind: ProposalKind;
  /** The code of the section that it belongs to, or stands in. */
  section: string | null;
  /** Null: of the section as a whole, or of nothing that was found. */
  on: ProposedOn | null;
  how: "bookmark" | "text" | null;
  why: ProposalReason | null;
  /** The name that the file gives; "" where it gives none. */
  author: string;
  at: string | null;
  /** What was said; "" of a change. */
  text: string;
  /** The words that it is about, and where they stand in the text at that version. */
  quote: string;
  span: Span | null;
  answers: readonly FileRemark[];
  /** Marked as done in the file. */
  resolved: boolean;
  /** What a change replaces, and with what. */
  before: string;
  after: string;
  /** What the text would say, of a suggestion. */
  document: BlockDocument | null;
}

/** A proposal with nothing in it yet. */
export const noProposal: Proposal = {
  kind: "remark",
  section: null,
  on: null,
  how: null,
  why: null,
  author: "",
  at: null,
  text: "",
  quote: "",
  span: null,
  answers: [],
  resolved: false,
  before: "",
  after: "",
  document: null,
};
