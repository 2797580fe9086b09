import type { ReadNote, ReadParagraph, ReadRun, TrackedChange } from "~/domain/returned/annotated-file";
import type { XmlElement } from "~/platform/read-package.server";
import { childOf, elementsNamed } from "~/platform/read-package.server";

/** What stands open while reading goes on. */
interface Open {
  bookmarks: Map<string, string>;
  comments: Set<string>;
}

interface Around {
  change: TrackedChange | null;
  anchor: string | null;
}

/** The notes of a file, each by the mark that stands for it in the text. */
export type Notes = ReadonlyMap<string, readonly ReadParagraph[]>;

const none: Notes = new Map();
const noteNames: Readonly<Record<string, string>> = { "w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote" };

/** The footnotes and the endnotes of a Word file. */
export function readNotes(footnotes: readonly XmlElement[], endnotes: readonly XmlElement[]): Notes {
  const all = [...elementsNamed(footnotes, "w:footnote"), ...elementsNamed(endnotes, "w:endnote")];
  return new Map(all.map(({ name, attributes, children }) => [`${name} ${attributes["w:id"] ?? ""}`, readParagraphs(children)]));
}

/** The paragraphs of the body of a Word file, with the notes that are marked in them. */
export function readParagraphs(document: readonly XmlElement[], notes = none): ReadParagraph[] {
  const found: ReadParagraph[] = [];
  const open: Open = { bookmarks: new Map(), comments: new Set() };
  const walk = (elements: readonly XmlElement[]) => {
    for (const element of elements) {
      if (element.name === "w:p") found.push(readParagraph(element, open, notes));
      else if (!marksRange(element, open)) walk(element.children);
    }
  };
  walk(document);
  return found;
}

function readParagraph(paragraph: XmlElement, open: Open, notes: Notes): ReadParagraph {
  const style = childOf(childOf(paragraph, "w:pPr"), "w:pStyle")?.attributes["w:val"] ?? "";
  const runs: ReadRun[] = [];
  const bookmarks: string[] = [];
  const comments = new Set<string>();
  const marked: ReadNote[] = [];
  const addNote = ({ name, attributes }: XmlElement, { change }: Around) => {
    const paragraphs = notes.get(`${noteNames[name]} ${attributes["w:id"] ?? ""}`);
    if (!paragraphs) return;
    marked.push({ paragraphs, change });
    for (const id of paragraphs.flatMap((each) => each.comments)) comments.add(id);
  };
  const add = (text: string, { change, anchor }: Around) => {
    if (text !== "") runs.push({ text, change, anchor, bookmarks: [...open.bookmarks.values()], comments: [...open.comments] });
  };
  const walk = (elements: readonly XmlElement[], around: Around) => {
    for (const element of elements) {
      if (element.name === "w:bookmarkStart") bookmarks.push(element.attributes["w:name"] ?? "");
      if (marksComment.has(element.name)) comments.add(element.attributes["w:id"] ?? "");
      if (marksRange(element, open)) continue;
      if (Object.hasOwn(noteNames, element.name)) addNote(element, around);
      const text = textOf(element);
      if (text !== null) add(text, around);
      else if (!leftOut.has(element.name)) walk(element.children, within(element, around));
    }
  };
  walk(paragraph.children, { change: null, anchor: null });
  return { style: style.toLowerCase().replaceAll(/[\s_-]/gu, ""), runs, bookmarks, comments: [...comments], notes: marked };
}

const marksComment = new Set(["w:commentRangeStart", "w:commentReference"]);

/** Elements whose text isn't the words of the paragraph: properties, codes of fields, drawings, notes. */
const leftOut = new Set(["w:pPr", "w:rPr", "w:instrText", "w:delInstrText", "w:drawing", "w:pict", "w:object", ...Object.keys(noteNames)]);

/** What a run is made of, as text; null for what holds other elements. */
function textOf({ name, children }: XmlElement): string | null {
  switch (name) {
    case "w:t":
    case "w:delText":
      return children.map(({ text }) => text).join("");
    case "w:tab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:softHyphen":
      return "";
    default:
      return null;
  }
}

const changes: Readonly<Record<string, TrackedChange["kind"]>> = {
  "w:ins": "inserted",
  "w:moveTo": "inserted",
  "w:del": "deleted",
  "w:moveFrom": "deleted",
};

function within({ name, attributes }: XmlElement, around: Around): Around {
  const kind = changes[name];
  if (kind) {
    // What was inserted and then deleted again was never in the document for anyone else.
    const change =
      around.change?.kind === "deleted" ? around.change : { kind, author: attributes["w:author"] ?? "", at: attributes["w:date"] ?? null };
    return { ...around, change };
  }
  return name === "w:hyperlink" ? { ...around, anchor: attributes["w:anchor"] ?? null } : around;
}

/** Notes where a bookmark or a comment begins and ends; says whether the element was one of these. */
function marksRange({ name, attributes }: XmlElement, { bookmarks, comments }: Open): boolean {
  const id = attributes["w:id"] ?? "";
  switch (name) {
    case "w:bookmarkStart":
      bookmarks.set(id, attributes["w:name"] ?? "");
      return true;
    case "w:bookmarkEnd":
      bookmarks.delete(id);
      return true;
    case "w:commentRangeStart":
      comments.add(id);
      return true;
    case "w:commentRangeEnd":
      comments.delete(id);
      return true;
    default:
      return false;
  }
}
