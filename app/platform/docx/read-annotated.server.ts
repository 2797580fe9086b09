import type { AnnotatedFile } from "~/domain/returned/annotated-file";
import { UnreadableFile } from "~/platform/unreadable-file";
import { readComments } from "./read-comments";
import { isCustom, provenanceIn } from "./read-docx.server";
import { readNotes, readParagraphs } from "./read-paragraphs";
import { elementsNamed, readParts, readXml, textWithin } from "~/platform/read-package.server";

const wantedParts = new Set([
  "word/document.xml",
  "word/footnotes.xml",
  "word/endnotes.xml",
  "word/comments.xml",
  "word/commentsExtended.xml",
  "docProps/core.xml",
]);
const isMacro = (path: string) => /(^|\/)vba(Project|Data)[^/]*$/iu.test(path);

/**
 * A Word file as somebody sent it back, with its notes, comments and tracked changes, and what it says of its origin. Refuses (`UnreadableFile`) what is no Word file,
 * and one that holds macros; nothing in it is executed.
 */
export async function readAnnotated(file: Uint8Array): Promise<AnnotatedFile & { provenance: string | null }> {
  let macros = false;
  const parts = await readParts(file, (path) => {
    macros ||= isMacro(path);
    return wantedParts.has(path) || isCustom(path);
  });
  if (macros) throw new UnreadableFile("macros");
  const read = (path: string) => readXml(parts.get(path) ?? "");
  const [editor] = elementsNamed(read("docProps/core.xml"), "cp:lastModifiedBy");
  return {
    provenance: provenanceIn(parts),
    paragraphs: readParagraphs(read("word/document.xml"), readNotes(read("word/footnotes.xml"), read("word/endnotes.xml"))),
    comments: readComments(read("word/comments.xml"), read("word/commentsExtended.xml")),
    lastEditor: editor ? textWithin(editor) : "",
  };
}
