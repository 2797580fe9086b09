import type { BlockDocument } from "~/domain/text/document";

/** What a button of the toolbar does. */
export type EditorCommand =
  "strong" | "em" | "bullet_list" | "ordered_list" | "heading" | "table" | "add_row" | "add_column" | "remove_table" | "undo" | "redo";

/** What the toolbar shows of the place where the cursor is. */
export interface ToolbarState {
  on: ReadonlySet<EditorCommand>;
  can: ReadonlySet<EditorCommand>;
  inTable: boolean;
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
}

/** An editor in its place. */
export interface MountedEditor extends EditorHandle {
  run(command: EditorCommand): void;
  /** Makes the selection a link, changes the link around the cursor, or with null takes it away. */
  setLink(href: string | null): void;
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

/** How an editor starts. */
export interface EditorStart {
  doc: BlockDocument;
  kind: TextKind;
  lang: string;
  labelledBy: string;
  describedBy: string | undefined;
  invalid: boolean;
  citable: readonly Citable[];
  onChange(doc: BlockDocument): void;
  onState(state: ToolbarState): void;
}
