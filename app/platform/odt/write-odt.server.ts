import { strToU8, zipSync, type Zippable } from "fflate";
import { boundAround } from "~/domain/document/front";
import { sectionXml } from "~/platform/odt/blocks";
import { captionLists, contents, titlePage } from "~/platform/odt/front";
import { contentPart, manifestPart, mediaType, metaPart, stylesPart } from "~/platform/odt/parts";
import { provenancePath } from "~/platform/odt/provenance-part";
import { newWriting } from "~/platform/odt/writing";
import type { WriteOrder } from "~/platform/write-order";

/** The only time that a zip file can say and that says nothing: its first day. */
const mtime = new Date(1980, 0, 1);

/**
 * A document as an OpenDocument text (ODF 1.3). Every statement has its number as a bookmark, every ground a link to the register and from there back.
 * The same order gives the same bytes.
 */
export function writeOdt({ document, hash, provenance }: WriteOrder): Uint8Array {
  const writing = newWriting(document, hash);
  const { front, body } = boundAround(document.sections);
  const text = [
    titlePage(writing),
    ...front.map((section) => sectionXml(writing, section)),
    contents(writing),
    captionLists(writing),
    ...body.map((section) => sectionXml(writing, section)),
  ].join("");
  const content = contentPart(writing, text);
  const styles = stylesPart(writing);
  const stored = { level: 0 } as const;
  const parts: Zippable = {
    // The media type stands first and as it is, so that it can be read at a fixed place (ODF 1.3 part 2, 3.3).
    mimetype: [strToU8(mediaType), stored],
    "content.xml": strToU8(content),
    "styles.xml": strToU8(styles),
    "meta.xml": strToU8(metaPart(writing, provenance)),
    [provenancePath]: strToU8(provenance),
    ...Object.fromEntries(writing.pictures.map(({ path, bytes }) => [path, path.endsWith(".png") ? [bytes, stored] : bytes])),
    "META-INF/manifest.xml": strToU8(manifestPart(writing)),
  };
  return zipSync(parts, { mtime });
}
