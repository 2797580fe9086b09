/** A statement as it stands in a file that somebody sent back. */
export interface ReturnedStatement {
  /** The name of its bookmark. */
  anchor: string;
  /** Its words between its number and its ground line, as one line; insertions taken over, deletions left out. */
  text: string;
  /** The places that its ground line leads to, in order. */
  grounds: readonly string[];
}

/** What a file that somebody sent back holds of an edition, whatever its format. */
export interface ReturnedFile {
  /** What the file says of its own origin, as JSON text; null where it says nothing. */
  provenance: string | null;
  statements: readonly ReturnedStatement[];
  /** Every place that the file has: bookmarks, ids, named destinations. */
  places: readonly string[];
}
