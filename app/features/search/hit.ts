import type { CitableProblem } from "~/domain/evidence/citable";
import type { PassagePiece } from "~/domain/text/mark-passage";
import type { GroundKind } from "~/ui/ground-chip";

/** The kinds of thing that are found, in the order of the page. */
export const hitKinds = [
  "statement",
  "section",
  "limitation",
  "remark",
  "excerpt",
  "interview-answer",
  "actor-fact",
  "judgement",
  "alignment",
  "option-point",
  "source",
  "interview",
  "interviewee",
  "actor",
  "intervention",
] as const;

/** A kind of thing that is found. */
export type HitKind = (typeof hitKinds)[number];

/** Something that was found: where it is, what it is called and the passage. */
export interface Hit {
  kind: HitKind;
  key: string;
  code: string;
  title: string;
  path: string;
  passage: PassagePiece[];
  lang: string | undefined;
  /** Of evidence: how it is drawn, and whether it can be cited. */
  evidence?:
    { chip: GroundKind; quoted: boolean; problem: CitableProblem | null; citableFrom: string | null; leftOut: boolean } | undefined;
}

/** Something that fits, before it is known whether it is shown: only what is on the page is read in full. */
export interface Candidate {
  kind: HitKind;
  key: string;
  /** The hit, where finding it took all there is to know; else its record is read later. */
  hit: Hit | null;
}

/** What was found of one kind: some of it, and the key after which the rest begins. */
export interface HitGroup {
  kind: HitKind;
  hits: Hit[];
  next: string | null;
}
