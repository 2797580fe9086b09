import type { FileKind } from "./kinds";
import { orientationIn, orientationSegment } from "./orientation";

/** The most pixels that an image may have. */
const mostPixels = 40_000_000;

/** The image without what tells where, when and by whom it was made, or why it is not taken. */
export type CleanImage = { parts: Uint8Array[] } | { problem: "imageBroken" | "imageLarge" };

const broken = { problem: "imageBroken" } as const;

/**
 * An image without its metadata: of a JPEG the segments APPn and COM but for JFIF, colour profile and Adobe's transform, and of Exif how
 * it is to be turned; of a PNG every chunk that showing it does not need; and nothing after its end.
 */
export function cleanImage(kind: FileKind, bytes: Uint8Array): CleanImage {
  return kind === "png" ? cleanPng(bytes) : cleanJpeg(bytes);
}

const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const long = (bytes: Uint8Array, at: number) => word(bytes, at) * 65_536 + word(bytes, at + 2);
const text = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));

/** Chunks that change how a picture looks, beside those that every reader must know (their name begins with a capital). */
const shownChunks: ReadonlySet<string> = new Set(["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"]);

function cleanPng(bytes: Uint8Array): CleanImage {
  const parts = [bytes.subarray(0, 8)];
  if (text(bytes, 12, 4) !== "IHDR") return broken;
  const pixels = long(bytes, 16) * long(bytes, 20);
  if (pixels === 0) return broken;
  if (pixels > mostPixels) return { problem: "imageLarge" };
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + long(bytes, at);
    const name = text(bytes, at + 4, 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/u.test(name)) return broken;
    if (/^[A-Z]/u.test(name) || shownChunks.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return { parts };
    at = end;
  }
  return broken;
}

/** Says whether a segment of a JPEG is needed to show it: all but APPn and COM, and of those JFIF, the colour profile and Adobe's. */
function isShown(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xe0 || marker === 0xee) return true;
  if (marker === 0xe2) return text(bytes, at, 11) === "ICC_PROFILE";
  return marker !== 0xfe && (marker < 0xe1 || marker > 0xef);
}

const isStartOfFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function cleanJpeg(bytes: Uint8Array): CleanImage {
  const parts = [bytes.subarray(0, 2)];
  let sized = false;
  for (let at = 2; at + 4 <= bytes.length + 2;) {
    if (bytes[at] !== 0xff) return broken;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) return sized ? { parts: [...parts, bytes.subarray(at, at + 2)] } : broken;
    const end = at + 2 + word(bytes, at + 2);
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || end < at + 4 || end > bytes.length) return broken;
    if (isStartOfFrame(marker)) {
      const pixels = word(bytes, at + 5) * word(bytes, at + 7);
      if (pixels === 0) return broken;
      if (pixels > mostPixels) return { problem: "imageLarge" };
      sized = true;
    }
    const until = marker === 0xda ? endOfScan(bytes, end) : end;
    if (isShown(marker, bytes, at + 4)) parts.push(bytes.subarray(at, until));
    else if (marker === 0xe1) parts.push(...turned(bytes.subarray(at + 4, end)));
    at = until;
  }
  return broken;
}

/** Of an Exif segment how the picture is to be turned, for a telephone writes them lying on their side; nothing where it stands as it is. */
function turned(exif: Uint8Array): Uint8Array[] {
  const orientation = orientationIn(exif);
  return orientation === 1 ? [] : [orientationSegment(orientation)];
}

/** Where the coded picture after a start of scan ends: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
