import { createContext } from "react";

/** What the server knows of the page that it renders, and its data can't say. */
export interface PageContext {
  /** For the scripts of the page; the browser does not need it again. */
  nonce: string | undefined;
  /** A form was refused: the title says so. */
  refused: boolean;
  /** What a loader left out of its data, since the HTML has it and the browser reads it there. */
  leftToPage?: unknown;
}

/** What the server knows of the page that it renders. */
export const PageContext = createContext<PageContext>({ nonce: undefined, refused: false });
