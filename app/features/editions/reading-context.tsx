import { createContext, type ReactNode, useContext } from "react";
import type { Inline } from "~/domain/document/model";

/** What the parts of a page of the reading room know of it. */
export interface Reading {
  language: string;
  /** The address of a place of the document, on this page or on another. */
  placeHref: (place: string) => string;
  /** The number of a footnote on the page. */
  noteNumber: (note: Inline) => number;
  /** What can be done about a statement, under it and in the drawer of its grounds. */
  besideStatement: ((code: string) => ReactNode) | undefined;
}

const ReadingContext = createContext<Reading | null>(null);

export const ReadingProvider = ReadingContext.Provider;

/** The page of the reading room around a part. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("A part of the reading room outside of it.");
  return reading;
}
