import { measuredKinds, pictureSizeIfSound } from "~/domain/files/picture-size";
import type { XmlElement } from "~/platform/read-package.server";
import type { OpenTemplate } from "./open-template.server";

/** The kinds of picture that are taken over, by how their bytes begin. */
const kinds: readonly { ending: string; type: string; shown: boolean; begins: readonly number[]; at?: number }[] = [
  { ending: "png", type: "image/png", shown: true, begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: "jpeg", type: "image/jpeg", shown: true, begins: [0xff, 0xd8, 0xff] },
  { ending: "gif", type: "image/gif", shown: true, begins: [0x47, 0x49, 0x46, 0x38] },
  { ending: "bmp", type: "image/bmp", shown: false, begins: [0x42, 0x4d] },
  { ending: "tiff", type: "image/tiff", shown: false, begins: [0x49, 0x49, 0x2a, 0x00] },
  { ending: "emf", type: "image/x-emf", shown: false, begins: [0x20, 0x45, 0x4d, 0x46], at: 40 },
  { ending: "wmf", type: "image/x-wmf", shown: false, begins: [0xd7, 0xcd, 0xc6, 0x9a] },
];

/** A picture of a template. `shown`: a browser can show it. */
export interface TemplatePicture {
  path: string;
  bytes: Uint8Array;
  ending: string;
  type: string;
  shown: boolean;
}

/** How many pixels a picture may have: unpacked it takes four bytes each of everybody who opens the file. */
const mostPixels = 40_000_000;

/**
 * The picture at a path of a template, of a kind that is taken over; null where there is none. Not taken is a picture that could hold script (SVG), one that is
 * cut off or not built as its kind is, and one of more than 40 million pixels.
 */
export function pictureAt({ parts }: OpenTemplate, path: string): TemplatePicture | null {
  const bytes = parts.get(path);
  if (!bytes || !path.startsWith("word/")) return null;
  const kind = kinds.find(({ begins, at = 0 }) => begins.every((byte, place) => bytes[at + place] === byte));
  return kind && isSound(bytes, kind.ending) ? { path, bytes, ending: kind.ending, type: kind.type, shown: kind.shown } : null;
}

/** The pictures of a template that are left out. */
export const picturesLeftOut = (template: OpenTemplate): string[] =>
  [...template.parts.keys()].filter((path) => path.startsWith("word/media/") && pictureAt(template, path) === null);

function isSound(bytes: Uint8Array, kind: string): boolean {
  if (!measuredKinds.has(kind)) return true;
  const size = pictureSizeIfSound(bytes, kind);
  return size !== null && size.width * size.height <= mostPixels;
}

/** The id of the relationship by which an element shows a picture; undefined for other elements. */
export function pictureReference({ name, attributes }: XmlElement): string | undefined {
  if (name === "a:blip") return attributes["r:embed"];
  return name === "v:imagedata" || name === "v:fill" ? attributes["r:id"] : undefined;
}

/** The picture that an element of a part shows; null for other elements, and where it is none that is taken over. */
export function pictureShown(template: OpenTemplate, part: string, element: XmlElement): TemplatePicture | null {
  const id = pictureReference(element);
  const relation = id === undefined ? undefined : template.relations(part).find((one) => one.id === id && !one.external);
  return relation ? pictureAt(template, relation.target) : null;
}
