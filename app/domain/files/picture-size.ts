/** How large a picture is, in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** What is read of one kind of picture: its size as its own head says it; null where the file ends too early or is not built as its kind is. */
type Reader = (view: DataView) => PictureSize | null;

/** A PNG: chunks from IHDR, which says the size, to IEND (W3C, Portable Network Graphics, 5.3 and 11.2). */
function sizeOfPng(view: DataView): PictureSize | null {
  const [ihdr, iend] = [0x49484452, 0x49454e44];
  if (view.byteLength < 33 || view.getUint32(12) !== ihdr) return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === iend) return size;
  return null;
}

/** A JPEG: segments up to the one that begins a frame, which says the size (ITU-T T.81, B.2.2), and an end of the image after it. */
function sizeOfJpeg(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return endsJpeg(view) ? { width: view.getUint16(at + 7), height: view.getUint16(at + 5) } : null;
  }
  return null;
}

/** Whether the last that stands in a JPEG, but for bytes that some programs add, is its end. */
function endsJpeg(view: DataView): boolean {
  for (let at = view.byteLength - 2; at > view.byteLength - 1024 && at > 0; at -= 1) if (view.getUint16(at) === 0xffd9) return true;
  return false;
}

/** A GIF: the size of its screen (GIF89a, 18), and its trailer (27). */
function sizeOfGif(view: DataView): PictureSize | null {
  if (view.byteLength < 14 || view.getUint8(view.byteLength - 1) !== 0x3b) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** A BMP: as many bytes as it says, and the size of its header of Windows. */
function sizeOfBmp(view: DataView): PictureSize | null {
  if (view.byteLength < 26 || view.getUint32(2, true) > view.byteLength) return null;
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

const readers: Readonly<Record<string, Reader>> = { png: sizeOfPng, jpeg: sizeOfJpeg, gif: sizeOfGif, bmp: sizeOfBmp };

/** The kinds whose size is known. */
export const measuredKinds: ReadonlySet<string> = new Set(Object.keys(readers));

/** How large a picture of a kind is, without unpacking it; null where it is cut off or not built as its kind is, and for other kinds. */
export function pictureSizeIfSound(bytes: Uint8Array, kind: string): PictureSize | null {
  const size = readers[kind]?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? null;
  return size && size.width > 0 && size.height > 0 ? size : null;
}
