import type { BlockDocument } from "~/domain/text/document";
import type { LocalText } from "~/domain/local-text";
import type { TeamRole } from "~/domain/permissions";
import type { Stance } from "~/domain/remarks/remark";
import type { Run } from "~/domain/sources/cite";
import type { PictureContent } from "~/domain/pictures/content";

/** A text that somebody wrote, in its original language, with its translations; `behind` = the original changed after it. */
export interface Passage<Body> {
  language: string;
  body: Body;
  translations: readonly { language: string; body: Body; behind: boolean }[];
}

/** The kinds of thing that a statement can stand on. */
export const groundKinds = ["excerpt", "interview-answer", "actor-fact", "judgement", "alignment", "statement"] as const;
/** The kind of a thing that a statement can stand on. */
export type GroundKind = (typeof groundKinds)[number];

/** How a ground bears on what is said. */
export const relations = ["supports", "contradicts", "context"] as const;
/** How a ground bears on what is said. */
export type Relation = (typeof relations)[number];

/** Names a ground within the content. */
export interface GroundKey {
  kind: GroundKind;
  id: string;
}

/** A link from a block to what it stands on. */
export interface LinkContent {
  id: string;
  relation: Relation;
  note: string;
  target: GroundKey;
}

/** A numbered statement with everything that is printed of it. */
export interface StatementContent {
  id: string;
  code: string;
  kind: "finding" | "answer" | "conclusion" | "recommendation";
  /** Code and text of the research question that an answer answers. */
  question: { code: string; text: LocalText } | null;
  sectionId: string;
  text: Passage<BlockDocument>;
  /** Who should act on a recommendation. */
  addressedTo: LocalText | null;
  confidence: { level: LocalText; reason: string } | null;
  contradictionAnswer: Passage<string> | null;
  links: readonly LinkContent[];
  limitationIds: readonly string[];
}

/**
 * A piece of evidence as the readers of the edition may see it: code, label at the level of attribution, text as it may be
 * cited. What consent withholds is not in it at all; `withheld` then says which sentence of the document explains why.
 */
export interface EvidenceContent extends GroundKey {
  code: string;
  label: Wording[];
  text: Passage<string> | null;
  /** Printed between quotation marks. */
  quoted: boolean;
  withheld: "attribution" | "withdrawn" | null;
  remarks: Wording[];
  grounds: readonly GroundKey[];
}

/** A piece of text in a data block: words of the tool, of the protocol, of a person, or a code that leads to a ground. */
export type Wording =
  | { say: string; values?: Readonly<Record<string, string | number>> }
  | { local: LocalText }
  | { passage: Passage<string> }
  | { plain: string; strong?: boolean }
  | { runs: Readonly<Record<string, readonly Run[]>> }
  | { ground: GroundKey };

/** A cell of a data block: one line per wording. */
export type Cell = readonly Wording[];

/** A row of a data block; `depth` indents its first cell. */
export interface Row {
  depth: number;
  cells: readonly Cell[];
}

/** What a section shows straight from the records, in the order in which it is shown. */
export type DataPiece =
  | { piece: "heading"; text: Wording }
  | { piece: "paragraph"; text: Cell }
  | { piece: "list"; items: readonly Cell[] }
  | { piece: "table"; caption: Wording; columns: readonly Wording[]; widths?: readonly number[]; rows: readonly Row[] }
  | { piece: "picture"; picture: PictureContent }
  | { piece: "colophon" }
  | { piece: "register" }
  | { piece: "approvals" }
  | { piece: "remarks" };

/** A block of a section, in the order of the section. */
export type BlockContent =
  | { kind: "text"; id: string; text: Passage<BlockDocument>; links: readonly LinkContent[] }
  | { kind: "statement"; statementId: string }
  | { kind: "repeat"; statementId: string }
  | { kind: "data"; id?: string | undefined; pieces: readonly DataPiece[] };

/** Whether a section is signed off as its rule asks. */
export type SignOffState = "signed" | "stale" | "missing" | "not-needed";

/** A node of the outline, as it stands when the edition is compiled. */
export interface SectionContent {
  id: string;
  code: string;
  /** 1 at the top of the outline. */
  level: number;
  /** The number that is printed; null = not numbered. Annexes are counted apart. */
  number: string | null;
  annex: boolean;
  heading: LocalText;
  kind: string;
  /** Set: the section is written in that language only and shown so in every document. */
  language: string | null;
  required: boolean;
  signOff: SignOffState;
  blocks: readonly BlockContent[];
  limitationIds: readonly string[];
}

/** One approval as it is printed: who, when, of which version, in which sentence. */
export interface ApprovalContent {
  sectionId: string;
  name: string;
  at: string;
  languages: readonly string[];
  meaning: string;
  sectionVersion: number;
  contentDigest: string;
  evidenceDigest: string;
  /** False: something below it has changed since. */
  holds: boolean;
}

/** What a statement can't bear. */
export interface LimitationContent {
  id: string;
  number: number;
  text: Passage<string>;
}

/** A remark on an earlier edition whose response was shown, with what was done: as readers of any later edition see it, without who made it. */
export interface RemarkContent {
  /** The number of the edition that it is on. */
  edition: number;
  code: string;
  sectionCode: string | null;
  statementCode: string | null;
  passage: string;
  text: string;
  language: string;
  stance: Stance;
  response: LocalText;
  changed: LocalText;
  statementIds: readonly string[];
}

/** What the colophon tells beside what stands on the title page. */
export interface ColophonContent {
  /** Who did the study, by role; a role that nobody has is left out. */
  carriedOutBy: readonly { role: TeamRole; names: readonly string[] }[];
  /** SHA-256 of the version of the protocol that is in force, as hex. */
  protocolDigest: string;
  /** The version of the program. */
  program: string;
}

/** Everything that a document is made of: plain data, frozen, with nothing in it that a reader of the edition may not see. */
export interface EditionContent {
  title: LocalText;
  commissioner: LocalText;
  notice: LocalText | null;
  period: { from: string | null; to: string | null };
  languages: readonly string[];
  originalLanguage: string;
  number: number;
  draft: number;
  purpose: "concept" | "final";
  compiledOn: string;
  protocolNumber: number;
  colophon: ColophonContent;
  contradictionMustBeAddressed: boolean;
  /** In the order of the outline. */
  sections: readonly SectionContent[];
  statements: readonly StatementContent[];
  evidence: readonly EvidenceContent[];
  limitations: readonly LimitationContent[];
  approvals: readonly ApprovalContent[];
  /** In the order of editions and numbers. */
  remarks: readonly RemarkContent[];
}
