import type { ReturnedFile, ReturnedStatement } from "~/domain/document/returned-file";
import { plainWords } from "~/domain/document/statement-text";
import type { ReadParagraph, ReadRun } from "~/domain/returned/annotated-file";
import { readParagraphs } from "~/platform/docx/read-paragraphs";
import { elementsNamed, readParts, readXml, textWithin } from "~/platform/read-package.server";
import { provenanceNamespace } from "~/platform/docx/provenance-part";

/** Says whether a part may hold what the file says of its origin. */
export const isCustom = (path: string) => /^customXml\/item\d+\.xml$/u.test(path);

/**
 * A Word file that somebody sent back, as a file of an edition: where it says to come from, and its statements as they stand now, with what was inserted and
 * without what was deleted. Refuses (`UnreadableFile`) what is no Word file.
 */
export async function readDocx(file: Uint8Array): Promise<ReturnedFile> {
  const parts = await readParts(file, (path) => path === "word/document.xml" || isCustom(path));
  const paragraphs = readParagraphs(readXml(parts.get("word/document.xml") ?? ""));
  return {
    provenance: provenanceIn(parts),
    statements: groupStatements(paragraphs).map(statementOf),
    places: [...new Set(paragraphs.flatMap(({ bookmarks }) => bookmarks.filter(isOurs)))],
  };
}

/** What a package says of its own origin; null where it says nothing. */
export function provenanceIn(parts: ReadonlyMap<string, string>): string | null {
  for (const [path, xml] of parts) {
    if (!isCustom(path) || !xml.includes(provenanceNamespace)) continue;
    const [element] = elementsNamed(readXml(xml), "provenance");
    if (element) return textWithin(element);
  }
  return null;
}

/** Word and LibreOffice make bookmarks of their own, which begin with a line. */
const isOurs = (name: string) => name !== "" && !name.startsWith("_");

/** The paragraphs of one statement: those of its text, and those of its ground line. */
export interface StatementParagraphs {
  anchor: string;
  text: readonly ReadParagraph[];
  grounds: readonly ReadParagraph[];
}

const otherPlaces = /^(sec|g|lim|tab|tbl|fig|par)_/u;

/** The statements at their homes: from the paragraph with the bookmark over those that follow in the same style, to the ground line. */
export function groupStatements(paragraphs: readonly ReadParagraph[]): StatementParagraphs[] {
  const found: { anchor: string; text: ReadParagraph[]; grounds: ReadParagraph[] }[] = [];
  let current: (typeof found)[number] | null = null;
  for (const paragraph of paragraphs) {
    const anchor = paragraph.bookmarks.find((name) => isOurs(name) && !otherPlaces.test(name));
    if (anchor !== undefined) {
      current = { anchor, text: [paragraph], grounds: [] };
      found.push(current);
    } else if (paragraph.style === "statement" && !isRepeat(paragraph) && current?.grounds.length === 0) current.text.push(paragraph);
    else if (paragraph.style === "groundline" && current?.grounds.length === 0) current.grounds.push(paragraph);
    else current = null;
  }
  return found;
}

/** A statement that is shown again begins with a link to its home. */
const isRepeat = ({ runs }: ReadParagraph) => runs[0]?.anchor != null;

/** What stands in the file now: insertions are in it, deletions aren't. */
export const isKept = ({ change }: ReadRun) => change?.kind !== "deleted";

function statementOf({ anchor, text, grounds }: StatementParagraphs): ReturnedStatement {
  const words = text.map(({ runs }) =>
    runs
      .filter((run) => isKept(run) && !run.bookmarks.includes(anchor))
      .map((run) => run.text)
      .join(""),
  );
  const led = grounds.flatMap(({ runs }) => runs.filter(isKept).flatMap((run) => run.anchor ?? []));
  return { anchor, text: plainWords(words.join(" ")), grounds: [...new Set(led)] };
}
