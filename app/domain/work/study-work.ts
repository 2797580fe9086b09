import type { LocalText } from "~/domain/local-text";
import type { InterviewState } from "~/domain/moves/interview";
import type { RoundState } from "~/domain/moves/round";
import type { SectionState } from "~/domain/moves/section";
import type { Role } from "~/domain/permissions";
import type { StateKey } from "~/domain/states";
import type { WorkCorrections, WorkWithdrawn } from "./fact-check-work";
import type { WorkScreening } from "./screening-work";
import type { WorkTalk } from "./talk-work";

/** A section as far as work goes: who writes and reviews it, and whether its sign-offs hold. */
export interface WorkSection {
  id: string;
  code: string;
  number: string | null;
  annex: boolean;
  depth: number;
  heading: LocalText;
  state: SectionState;
  status: StateKey;
  writerIds: readonly string[];
  reviewerIds: readonly string[];
  /** Whoever wrote any part of it; known of sections that can be signed now. */
  authorIds: readonly string[];
  /** Whose sign-offs hold now, and whose no longer do. */
  signedByIds: readonly string[];
  lapsedByIds: readonly string[];
  needsSignOff: boolean;
  complete: boolean;
  statements: number;
  unsupported: readonly string[];
  since: Date | null;
  dueOn: string | null;
  /** The day by which its reviewers are asked to decide, while it is in review. */
  reviewDueOn: string | null;
  /** How many sign-offs the rule still asks for. */
  missing: number;
  /** How many more reviewers must be named before it can be signed off at all; 0 while nobody is asked to sign. */
  lacking: number;
  /** Since when it waits for somebody in place of a reviewer who stepped back. */
  vacantSince: Date | null;
}

/** An interview that is not archived; `open` counts the questions without an answer or a reason, known while its record is open. */
export interface WorkInterview {
  code: string;
  state: InterviewState;
  plannedOn: string | null;
  heldOn: string | null;
  interviewerIds: readonly string[];
  open: number;
  /** The participants of a held interview whose consent is still to be recorded. */
  unconsented: number;
  since: Date;
}

/**
 * A round that was not abandoned; of the raters only who has sent. `differing` counts cells to reconcile, in an open round. `late`: the day by
 * which raters were asked to send has passed; `gone` are those it waits for who can't rate any more.
 */
export interface WorkRound {
  number: number;
  title: LocalText;
  state: RoundState;
  subjectKind: string;
  since: Date;
  raterIds: readonly string[];
  sentIds: readonly string[];
  differing: number;
  dueOn: string | null;
  late: boolean;
  gone: readonly string[];
}

/** A framework with how many of its nodes were judged, and the first that was not. */
export interface WorkFramework {
  id: string;
  title: LocalText;
  nodes: number;
  judged: number;
  next: string | null;
}

/** A released edition that shows more than is agreed now, until the lead has dealt with it. */
export interface WorkNotice {
  edition: number;
  since: Date;
}

/** An edition as far as its place goes. */
export interface WorkEdition {
  number: number;
  draft: number;
  released: boolean;
  at: Date;
}

/** A draft that somebody asked for and of which she has not seen how it ended. Without a number it was not made. */
export interface WorkAsked {
  id: string;
  askedById: string;
  at: Date;
  edition: { number: number; draft: number } | null;
}

/** What is to be done in one study, for whomever: everything that *My work* and the overview are made from. No text of a statement or of evidence. */
export interface StudyWork {
  slug: string;
  title: LocalText;
  languages: readonly string[];
  startedAt: Date;
  endsOn: string | null;
  frozen: boolean;
  sections: readonly WorkSection[];
  interviews: readonly WorkInterview[];
  rounds: readonly WorkRound[];
  frameworks: readonly WorkFramework[];
  sources: { total: number; read: number };
  editions: readonly WorkEdition[];
  asked: readonly WorkAsked[];
  corrections: readonly WorkCorrections[];
  withdrawn: readonly WorkWithdrawn[];
  notices: readonly WorkNotice[];
  screening: readonly WorkScreening[];
  talk: WorkTalk;
}

/** Who looks at a study. */
export interface Worker {
  id: string;
  role: Role;
}
