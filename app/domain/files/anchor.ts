/** The place on a page where the files of a holder stand; `of` is the code of whom they belong to, where the page has a list for each. */
export function filesAnchor(of?: string): string {
  return of === undefined ? "files" : `files-${of}`;
}
