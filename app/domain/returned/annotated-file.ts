/** A change that a word processor has kept track of. */
export interface TrackedChange {
  kind: "inserted" | "deleted";
  author: string;
  at: string | null;
}

/** A piece of text of a paragraph, with what is said of it. */
export interface ReadRun {
  text: string;
  change: TrackedChange | null;
  /** The bookmarks that it lies in. */
  bookmarks: readonly string[];
  /** The place that it leads to. */
  anchor: string | null;
  /** The numbers of the comments that are about it. */
  comments: readonly string[];
}

/** A footnote or an endnote, and the change that put its mark into the text or took it out. */
export interface ReadNote {
  paragraphs: readonly ReadParagraph[];
  change: TrackedChange | null;
}

/** A paragraph of a Word file, those in tables too, in reading order. */
export interface ReadParagraph {
  /** Its style, in small letters without gaps: programs spell it in several ways. */
  style: string;
  runs: readonly ReadRun[];
  /** The bookmarks that start in it. */
  bookmarks: readonly string[];
  /** The comments that begin in it or are marked in it, also those that are about no words or about those of a note. */
  comments: readonly string[];
  /** The notes whose marks stand in it, in their order. */
  notes: readonly ReadNote[];
}

/** What somebody said in one go. */
export interface FileRemark {
  author: string;
  at: string | null;
  text: string;
}

/** A comment in a Word file, with the answers to it. */
export interface FileComment extends FileRemark {
  id: string;
  /** Marked as done in the file. */
  resolved: boolean;
  answers: readonly FileRemark[];
}

/** A Word file as somebody sent it back: its paragraphs with tracked changes, the comments in it, and who saved it last. */
export interface AnnotatedFile {
  paragraphs: readonly ReadParagraph[];
  comments: readonly FileComment[];
  lastEditor: string;
}
