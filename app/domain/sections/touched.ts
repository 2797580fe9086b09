import type { DataBlock } from "~/domain/protocol/outline";
import { evidenceKinds, type EvidenceKind } from "~/domain/evidence/kinds";

/**
 * How a change of a record can bear on sign-offs: as evidence, as the holder of evidence (a round of judgements), as part of a section, as the
 * section itself with those below it, by what data blocks show, on all of the study, or not at all.
 */
export type Touch =
  EvidenceKind | "round" | "block" | "link" | "translation" | "section" | "of-section" | "data" | "everything" | "nothing";

const touches: Readonly<Record<string, Touch>> = {
  ...Object.fromEntries(evidenceKinds.map((kind) => [kind, kind])),
  round: "round",
  block: "block",
  link: "link",
  translation: "translation",
  section: "section",
  "sign-off": "of-section",
  "step-back": "of-section",
  source: "data",
  interview: "data",
  interviewee: "data",
  participant: "data",
  actor: "data",
  "actor-relation": "data",
  intervention: "data",
  "option-point": "data",
  limitation: "data",
  screening: "data",
  "screening-count": "data",
  "field-answer": "data",
  member: "data",
  identity: "nothing",
  "interview-notes": "nothing",
  attachment: "nothing",
  coding: "nothing",
  "question-tag": "nothing",
  notice: "nothing",
  edition: "nothing",
  "fact-check": "nothing",
  "fact-check-reply": "nothing",
  "source-import": "nothing",
  "sheet-import": "nothing",
  "returned-file": "nothing",
  comment: "nothing",
  suggestion: "nothing",
  "gate-reason": "nothing",
  "review-round": "nothing",
  "comment-round": "data",
  remark: "data",
};

/** How a change of a record of some kind can bear on sign-offs; of a kind that is not known, on everything. */
export function touchOf(kind: string): Touch {
  return touches[kind] ?? "everything";
}

/** Whether data blocks may show something else after such a change: all but those that are of the document alone. */
export function touchesData(touch: Touch): boolean {
  return !documentTouches.includes(touch) && touch !== "nothing";
}

const documentTouches: readonly Touch[] = ["block", "link", "translation", "section", "of-section"];

/** The data blocks that show the document itself, so that a change anywhere in it may change them. */
export const documentDataBlocks: readonly DataBlock[] = ["evidence-register"];
