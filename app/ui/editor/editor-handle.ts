import type { PasteTold } from "./paste-told";
import type { BlockDocument, ReferenceTarget } from "~/domain/text/document";
import type { PassageMark } from "../passages";

/** What a button of the toolbar does. */
export type EditorCommand =
  | "strong"
  | "em"
  | "bullet_list"
  | "ordered_list"
  | "indent"
  | "outdent"
  | "heading"
  | "table"
  | "header_row"
  | "add_row"
  | "add_column"
  | "remove_row"
  | "remove_column"
  | "remove_table"
  | "undo"
  | "redo";

/** What is asked for below the toolbar. */
export type EditorPanelName = "link" | "note" | "reference" | "figure";

/** What the toolbar shows of the place where the cursor is. */
export interface ToolbarState {
  on: ReadonlySet<EditorCommand>;
  can: ReadonlySet<EditorCommand>;
  inTable: boolean;
  inList: boolean;
  /** The address of the link around the cursor. */
  href: string | undefined;
  /** The text of the note that is selected. */
  note: string | undefined;
}

/** What a page can do with an editor once it has loaded. */
export interface EditorHandle {
  /** Puts a reference to evidence or a statement where the cursor is. The link exists already; its code is what is shown. */
  insertCitation(linkId: string, code: string): void;
  focus(): void;
  /** Brings in what others changed between two versions, beside what is typed here; says whether it could. `from` null = the text as it is here. */
  takeIn(from: BlockDocument | null, to: BlockDocument): boolean;
}

/** An editor in its place. */
export interface MountedEditor extends EditorHandle {
  run(command: EditorCommand): void;
  /** Makes the selection a link, changes the link around the cursor, or with null takes it away. */
  setLink(href: string | null): void;
  /** Puts a cross reference where the cursor is. */
  insertReference(reference: Extract<Insertable, { what: "reference" }>): void;
  /** Puts a figure where the cursor is, with the value that it has now. */
  insertFigure(of: string, shown: string): void;
  /** Changes the selected note, or puts a new one after the cursor. */
  setNote(text: string): void;
  destroy(): void;
}

/** Which of the two documents is written: running text, or the words of a statement. */
export type TextKind = "block" | "statement";

/** A link that the text may cite: what is shown for it, and where it leads. */
export interface Citable {
  linkId: string;
  code: string;
  href?: string;
}

/** Something that can be put into a text: a cross reference, or a figure with its value in each language. */
export type Insertable =
  | { what: "reference"; key: string; target: ReferenceTarget; label: string; title: string }
  | { what: "figure"; key: string; of: string; title: string; shown: { readonly [language: string]: string } };

/** What can be put into a text: asked for when it is wanted, null until it is there. */
export interface Insertables {
  list: readonly Insertable[] | null;
  want: () => void;
}

/** How what stands between the words of a text is called now. */
export interface TextNaming {
  /** What a cross reference leads to, with its name in the plain syntax; undefined = it is gone. */
  referenceOf: (target: ReferenceTarget) => { label: string; title: string; name: string; href?: string } | undefined;
  /** What a figure is now; null = it can't be counted any more. `shown` is what the text says. */
  figureNow: (of: string, shown: string) => string | null;
}

/** How an editor starts. */
export interface EditorStart {
  doc: BlockDocument;
  kind: TextKind;
  lang: string;
  labelledBy: string;
  describedBy: string | undefined;
  invalid: boolean;
  citable: readonly Citable[];
  naming: TextNaming;
  /** What a paste left out or changed, to be told to whoever pasted. */
  onPasted: (told: PasteTold) => void;
  /** A panel was asked for by its keys. */
  onAsk: (panel: EditorPanelName) => void;
  /** `takenIn` = nobody typed it here. */
  onChange(doc: BlockDocument, takenIn: boolean): void;
  /** The passages that something is said about. */
  passages: readonly PassageMark[];
  onState(state: ToolbarState): void;
}
