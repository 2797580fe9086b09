import { strFromU8, unzipSync } from "fflate";
import type { ReopenedFile } from "~/domain/document/check-file";

const attribute = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].flatMap(([, value]) => value ?? []);

/** The bookmarks of a Word file that we wrote, and where its links and page references lead. */
export function reopenDocx(content: Uint8Array): ReopenedFile {
  const parts = unzipSync(content, { filter: ({ name }) => /^word\/(?:document|footnotes)\.xml$/u.test(name) });
  const text = Object.values(parts).map((part) => strFromU8(part)).join("\n");
  return {
    places: attribute(/<w:bookmarkStart\b[^>]*?\bw:name="([^"]*)"/gu, text),
    targets: [
      ...attribute(/<w:hyperlink\b[^>]*?\bw:anchor="([^"]*)"/gu, text),
      ...attribute(/<w:instrText\b[^>]*>\s*(?:PAGEREF|REF)\s+(\w+)/gu, text),
    ],
    statements: null,
  };
}
