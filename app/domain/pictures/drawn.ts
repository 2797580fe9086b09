import type { Picture } from "~/domain/document/picture";

/** The numbers of a picture as a table, in words of one language; the first cell of a row is its head. */
export interface PictureTable {
  columns: readonly { label: string; numeric?: boolean | undefined }[];
  rows: readonly (readonly string[])[];
}

/** A picture with the table that has the same numbers. */
export interface Drawn {
  picture: Picture;
  table: PictureTable;
}
