import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addProvenance } from "~/platform/docx/provenance-part";
import { noTime } from "~/platform/docx/writing";
import { watermark } from "~/platform/docx/watermark";
import { withWritten, type WrittenTexts } from "~/platform/docx/written";

/** What is added to a package after the library has made it. */
export interface Additions {
  /** Canonical JSON of what the file says of its origin; none for a file that is no edition. */
  provenance?: string;
  /** The word that lies behind the text of every page. */
  mark?: string;
  /** What stands in the document by number. */
  texts?: WrittenTexts;
  /** The pictures, by the words that stand for them. */
  pictures?: ReadonlyMap<string, Uint8Array>;
  /** Sets the parts in a house style. */
  set?: (parts: Map<string, Uint8Array>) => void;
}

const contentTypes = "[Content_Types].xml";
/** What XML 1.0 forbids (2.2) and the library lets through: one of these and no program opens the file. */
const notInXml = /[\uFFFE\uFFFF]/gu;
/** The only time that a zip file can say and that says nothing: its first day. */
const mtime = new Date(1980, 0, 1);

/**
 * The package of a Word file with the same bytes for the same content: times left out, ids and names of relationships counted in their order, the parts in a
 * fixed order. The library gives ids from counters of the process and from chance.
 */
export function repack(file: Uint8Array, { provenance, mark, texts, pictures, set }: Additions = {}): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(file)));
  const settle = (path: string, change: (xml: string) => string) => {
    const bytes = parts.get(path);
    if (bytes) parts.set(path, strToU8(change(strFromU8(bytes))));
  };
  for (const [path, bytes] of parts) if (path.startsWith("word/media/")) parts.set(path, pictures?.get(strFromU8(bytes)) ?? bytes);
  if (texts) settle("word/document.xml", (xml) => withWritten(xml, texts));
  settle("docProps/core.xml", (xml) => xml.replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu, ""));
  if (mark !== undefined)
    for (const path of parts.keys()) if (/^word\/header\d+\.xml$/u.test(path)) settle(path, (xml) => watermark(xml, mark));
  set?.(parts);
  for (const path of parts.keys())
    if (/^(?:word|docProps)\/\w+\.xml$/u.test(path)) settle(path, (xml) => countIds(xml.replaceAll(notInXml, "")));
  for (const path of [...parts.keys()].filter((each) => each.endsWith(".rels"))) settleRelations(parts, path);
  if (provenance !== undefined) addProvenance(parts, provenance);
  return zipSync(Object.fromEntries([...parts].toSorted(byPlace).map(([path, bytes]) => [path, [bytes, { level: levelOf(path) }]])), {
    mtime,
  });
}

/** What is compressed already is only stored. */
const levelOf = (path: string) => (path.endsWith(".png") ? 0 : 6);

/** The list of types first, as some programs expect it; the others by name. */
function byPlace([one]: [string, Uint8Array], [other]: [string, Uint8Array]): number {
  if (one === contentTypes) return -1;
  return other === contentTypes || one > other ? 1 : -1;
}

/** Bookmarks and drawings counted in the order in which they stand. */
function countIds(xml: string): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return xml
    .replaceAll(` w:date="${noTime}"`, "")
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]*)(")/gu, (_, before: string, id: string, after: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1;
      bookmarks.set(id, number);
      return `${before}${number}${after}`;
    })
    .replaceAll(/(<wp:docPr\b[^>]*?\bid=")[^"]*(")/gu, (_, before: string, after: string) => `${before}${(drawings += 1)}${after}`);
}

/** The relationships of a part named in their order, there and in the part that they belong to. */
function settleRelations(parts: Map<string, Uint8Array>, path: string): void {
  const owner = path.replace("_rels/", "").replace(/\.rels$/u, "");
  const names = new Map<string, string>();
  const relations = strFromU8(parts.get(path) ?? new Uint8Array()).replaceAll(
    /(<Relationship\b[^>]*?\bId=")([^"]*)(")/gu,
    (_, before: string, id: string, after: string) => {
      const name = `rId${names.size + 1}`;
      names.set(id, name);
      return `${before}${name}${after}`;
    },
  );
  parts.set(path, strToU8(relations));
  const bytes = parts.get(owner);
  if (!bytes || owner === "") return;
  const renamed = strFromU8(bytes).replaceAll(
    /(\br:(?:id|embed|link)=")([^"]*)(")/gu,
    (_, before: string, id: string, after: string) => `${before}${names.get(id) ?? id}${after}`,
  );
  parts.set(owner, strToU8(renamed));
}
