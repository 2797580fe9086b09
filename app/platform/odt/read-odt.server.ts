import type { ReturnedFile, ReturnedStatement } from "~/domain/document/returned-file";
import { plainWords } from "~/domain/document/statement-text";
import { elementsNamed, readParts, readXml, textWithin } from "~/platform/read-package.server";
import { provenancePath, provenanceProperty } from "~/platform/odt/provenance-part";
import { readParagraphs, type ReadParagraph } from "~/platform/odt/read-paragraphs";

const wanted = ["content.xml", "meta.xml", provenancePath];

/**
 * An OpenDocument text that somebody sent back, as a file of an edition, whatever program saved it: insertions that are tracked are taken over, deletions and
 * notes left out. Refuses (`UnreadableFile`) what is no such document.
 */
export async function readOdt(file: Uint8Array): Promise<ReturnedFile> {
  const parts = await readParts(file, (path) => wanted.includes(path), "odt");
  const paragraphs = readParagraphs(readXml(parts.get("content.xml") ?? ""));
  return {
    provenance: parts.get(provenancePath) ?? provenanceIn(parts.get("meta.xml") ?? ""),
    statements: statementsIn(paragraphs),
    places: [...new Set(paragraphs.flatMap(({ places }) => places.map(({ name }) => name)).filter(isOurs))],
  };
}

/** Programs make bookmarks of their own, which begin with a line. */
const isOurs = (name: string) => name !== "" && !name.startsWith("_");

/** What the properties of the document say of its origin, put together from their pieces. */
function provenanceIn(meta: string): string | null {
  const pieces = elementsNamed(readXml(meta), "meta:user-defined")
    .map((element) => ({ name: element.attributes["meta:name"] ?? "", piece: textWithin(element) }))
    .filter(({ name }) => name.startsWith(provenanceProperty))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return pieces.length === 0 ? null : pieces.map(({ piece }) => piece).join("");
}

/** The statements: each starts at the place of its number and goes on to its ground line. */
function statementsIn(paragraphs: readonly ReadParagraph[]): ReturnedStatement[] {
  return paragraphs.flatMap((first, at) => {
    const place = first.style === "Statement" ? first.places.find(({ name }) => isOurs(name)) : undefined;
    return place ? [statementAt(paragraphs.slice(at), place)] : [];
  });
}

function statementAt([first, ...following]: readonly ReadParagraph[], place: ReadParagraph["places"][number]): ReturnedStatement {
  const beginning = first?.text.slice(place.end).replace(place.end > place.start ? "" : /^[^\t]*\t/u, "") ?? "";
  const end = following.findIndex(endsStatement);
  const last = end === -1 ? undefined : following[end];
  const line = last?.style === "GroundLine" ? last : undefined;
  // Without a ground line, only what still looks like a statement belongs to it: what was typed behind it could be anything.
  const other = following.findIndex(({ style, places }) => style !== "Statement" || places.length > 0);
  const more = following.slice(0, line ? end : other === -1 ? following.length : other);
  return {
    anchor: place.name,
    text: plainWords([beginning, ...more.map(({ text }) => text)].join(" ")),
    grounds: [...new Set(line?.links ?? [])],
  };
}

/** The ground line, a heading, a table or the next statement. */
function endsStatement({ style, kind, places }: ReadParagraph): boolean {
  return style === "GroundLine" || kind !== "text" || (style === "Statement" && places.length > 0);
}
